// Builds the engine and the app, once per state of the sources.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.js",
  "package-lock.json",
  "tsconfig.json",
  "scripts/build-engine.mjs",
];

function* filesOf(place) {
  if (!existsSync(place)) return;
  if (statSync(place).isFile()) {
    yield place;
    return;
  }
  for (const name of readdirSync(place).sort()) {
    if (!name.includes(".test.")) yield* filesOf(path.join(place, name));
  }
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of filesOf(source)) hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

function run(args) {
  const result = spawnSync(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (result.status !== 0) {
    console.error("The build failed; the lines above say where.");
    process.exit(result.status ?? 1);
  }
}

/** Builds what is missing or out of date. */
export function build() {
  const out = process.env.NOD_DIST ?? ".next";
  const stamp = path.join(out, "nod-sources");
  const wanted = sourceHash();
  const built = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  run(["scripts/build-engine.mjs"]);
  if (built === wanted) return;
  console.log("Building the app (one to two minutes the first time)");
  run(["node_modules/next/dist/bin/next", "build"]);
  mkdirSync(out, { recursive: true });
  writeFileSync(stamp, wanted);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) build();
