import type { NextConfig } from "next";

// where the site lives on its host, e.g. "/docs/app"; empty for the root
const basePath = process.env.BASE_PATH ?? "";

const config: NextConfig = {
  output: "export",
  images: { unoptimized: true },
  reactStrictMode: true,
  basePath,
  env: { BASE_PATH: basePath },
  trailingSlash: true,
};

export default config;
