// `npm run test:clickhouse`: the contract of the reach engine over ClickHouse, on real servers that are started for the run.
// They come from a package of their own, scripts/clickhouse, installed here when it is missing. The last line is the sum.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const home = "scripts/clickhouse";

function end(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}

function install() {
  const stamp = path.join(home, "node_modules/.nod-installed");
  const lock = readFileSync(path.join(home, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing ClickHouse for the tests (about 540 MB, once)");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(
    npm,
    ["ci", "--prefix", home, "--no-audit", "--no-fund", "--loglevel=error"],
    { stdio: "inherit", shell: process.platform === "win32" },
  );
  if (status !== 0) {
    console.error(
      "ClickHouse could not be installed: it needs Linux on x64 and the npm registry within reach.",
    );
    end(0, 1);
  }
  writeFileSync(stamp, wanted);
}

// A fresh clone; `npm test` before this one has installed already.
if (!existsSync("node_modules/vitest")) {
  const { status } = spawnSync(process.execPath, ["scripts/prepare.mjs"], { stdio: "inherit" });
  if (status !== 0) end(0, 1);
}
install();

const folder = mkdtempSync(path.join(tmpdir(), "nod-tests-"));
const file = path.join(folder, "results.json");
const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
const tests = spawn(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", ...args, ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, NOD_TESTS: "cluster" } },
);
const status = await new Promise((resolve) => tests.on("close", resolve));
const results = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
rmSync(folder, { recursive: true, force: true });
const passed = results?.numPassedTests ?? 0;
const broken = (results?.testResults ?? []).filter(
  (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
).length;
const failed = (results?.numFailedTests ?? 0) + broken;
// A run that broke without naming a failed test, or that ran none, still failed.
end(passed, failed || (status === 0 && passed > 0 ? 0 : 1));
