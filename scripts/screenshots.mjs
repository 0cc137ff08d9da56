// `npm run screenshots`: the pictures of the README, from a demo of its own that is started and stopped here.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { browserArguments, findBrowser } from "./browser.mjs";

const out = "docs/screenshots";
const port = "3119";
const url = `http://127.0.0.1:${port}`;
const pages = [
  ["overview", "/overview"],
  ["builder", "/audiences/noradano-interested?client=noradano"],
  ["campaign", "/campaigns/marifira-always-on?client=marifira"],
  ["report", "/reports?client=marifira"],
];

const data = mkdtempSync(path.join(tmpdir(), "nod-screenshots-"));
const server = spawn(process.execPath, ["scripts/start.mjs"], {
  env: { ...process.env, NOD_MODE: "demo", NOD_DATA: data, HOST: "127.0.0.1", PORT: port },
  stdio: ["ignore", "pipe", "inherit"],
});
await new Promise((resolve, reject) => {
  let said = "";
  server.stdout.on("data", (chunk) => {
    said += chunk;
    if (said.includes("is ready at")) resolve();
  });
  server.on("exit", () => reject(new Error("The server ended before it was ready.")));
});

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
try {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({
      baseURL: url,
      colorScheme,
      locale: "en-GB",
      reducedMotion: "reduce",
      viewport: { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /continue as marketer/i }).click();
    await page.waitForURL(/overview/);
    for (const [name, address] of pages) {
      await page.goto(address);
      await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("load");
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await page.screenshot({ path: path.join(out, `${name}-${colorScheme}.png`) });
    }
    await context.close();
  }
} finally {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill("SIGTERM");
  await new Promise((resolve) => server.on("exit", resolve));
  rmSync(data, { recursive: true, force: true });
}
