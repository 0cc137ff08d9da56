// Finds a browser for the journeys: CHROMIUM_PATH, Playwright's own, the system's, else installs one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const system = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export const browserArguments = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** A browser that is already on this machine, or null. */
export function presentBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return existsSync(chosen) ? chosen : null;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return system.find((place) => existsSync(place)) ?? null;
}

/** The path of a browser, installing one when there is none; throws with the remedies when that fails. */
export function findBrowser() {
  const present = presentBrowser();
  if (present) return present;
  console.log("No browser found: installing Chromium");
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    stdio: "ignore",
    timeout: 180_000,
  });
  const fetched = presentBrowser();
  if (fetched) return fetched;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
      stdio: "ignore",
    });
  }
  const installed = presentBrowser();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium: set CHROMIUM_PATH, run `npx playwright install chromium`, or install your system's chromium package.",
  );
}
