import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,components,engine,workers,scripts}/**/*.test.{ts,tsx}"],
    environment: "node",
    setupFiles: ["scripts/propertySeed.ts"],
    pool: "forks",
    maxWorkers: 2,
    hookTimeout: 180_000,
    testTimeout: 180_000,
  },
});
