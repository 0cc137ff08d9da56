/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NOD_DIST ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ["@electric-sql/pglite", "pg", "pino"],
  typescript: { ignoreBuildErrors: true },
};

export default config;
