import { spawnSync } from "node:child_process";

/** Builds the app, where it is out of date. */
export function buildApp(): void {
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("The app could not be built.");
}
