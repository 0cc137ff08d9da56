import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { browserArguments, findBrowser } from "./scripts/browser.mjs";

const port = 3117;
const url = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "e2e",
  // Two cores serve the app, the engine and the browser.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A second try on a busy machine; the run says when one was needed (scripts/checks.mjs).
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  outputDir: "test-results",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: url,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: { executablePath: findBrowser(), args: browserArguments },
  },
  webServer: {
    command: "node scripts/start.mjs",
    url: `${url}/api/health`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: {
      HOST: "127.0.0.1",
      PORT: String(port),
      NOD_MODE: "test",
      NOD_MEMBERS: "200000",
      NOD_DATA: path.join(tmpdir(), `nod-e2e-${process.pid}`),
    },
  },
});
