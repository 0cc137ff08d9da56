// The checks of `npm run verify` and `npm test`: each is one command that passes or fails, tests are counted one by one.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const node = process.execPath;
const module = (file) => path.join("node_modules", file);

/** Runs a command; answers its output and whether it succeeded. `quiet` keeps the output until it fails. */
function run(args, { env = {}, quiet = true } = {}) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      env: { ...process.env, NO_COLOR: "1", ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

const one = (name, args, options) => ({
  name,
  async check() {
    const { ok, output } = await run(args, options);
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output: ok ? "" : output };
  },
});

const counted = (name, args, read, env = {}) => ({
  name,
  async check() {
    const folder = mkdtempSync(path.join(tmpdir(), "nod-tests-"));
    const file = path.join(folder, "results.json");
    const { ok, output } = await run(args(file), {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    });
    const {
      passed,
      failed,
      remark = "",
    } = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0 };
    rmSync(folder, { recursive: true, force: true });
    // A runner that broke without naming a failed test still failed.
    const broken = !ok && failed === 0 ? 1 : 0;
    const none = ok && passed === 0 ? 1 : 0;
    return { passed, failed: failed + broken + none, remark, output: ok && !none ? "" : output };
  },
});

const vitest = (name, env) =>
  counted(
    name,
    (file) => [
      module("vitest/vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    (results) => ({
      passed: results.numPassedTests,
      failed:
        results.numFailedTests +
        results.testResults.filter(
          (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
        ).length,
    }),
    env,
  );

/** Everything that needs nothing running, quick ones first. */
export const verifyChecks = [
  one("format and lint", [
    module("@biomejs/biome/bin/biome"),
    "ci",
    "--error-on-warnings",
    "--colors=off",
    ".",
  ]),
  one("types", [
    module("typescript/bin/tsc"),
    "--noEmit",
    "--incremental",
    "false",
    "-p",
    "tsconfig.json",
  ]),
  one("domain types", [
    module("typescript/bin/tsc"),
    "--noEmit",
    "--incremental",
    "false",
    "-p",
    "tsconfig.domain.json",
  ]),
  one("dead code", [module("knip/bin/knip.js")]),
  vitest("unit tests", {}),
];

export const slowChecks = [
  vitest("deep tests", { NOD_TESTS: "deep" }),
  one("production build", ["scripts/build.mjs"]),
  one("size of each route", ["scripts/size.mjs"]),
  counted(
    "browser tests",
    () => [module("@playwright/test/cli.js"), "test", "--reporter=list,json"],
    ({ stats }) => ({
      remark: stats.flaky ? `, ${stats.flaky} needed a second try` : "",
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + stats.skipped,
    }),
  ),
];

/** Runs checks, at most two at a time when `together`; prints each result; answers the sum. */
export async function runChecks(checks, { together }) {
  let passed = 0;
  let failed = 0;
  const waiting = [...checks];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const started = Date.now();
      const result = await next.check();
      passed += result.passed;
      failed += result.failed;
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      const mark = result.failed ? "failed" : "ok";
      console.log(
        `${mark.padEnd(7)}${next.name} (${result.passed} passed, ${result.failed} failed, ${seconds} s${result.remark ?? ""})`,
      );
      if (result.output) console.log(result.output);
    }
  };
  await Promise.all(together ? [worker(), worker()] : [worker()]);
  return { passed, failed };
}
