import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  images: { unoptimized: true },
  reactStrictMode: true,
  // where the site lives on its host, e.g. "/docs/app"; empty for the root
  basePath: process.env.BASE_PATH ?? "",
  trailingSlash: true,
};

export default config;
