// `npm run size`: gzip bytes of the JavaScript that each route's HTML refers to, against its budget.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const out = process.env.NOD_DIST ?? ".next";
const server = path.join(out, "server", "app");
/** Kilobytes (1,024 bytes) gzip, without the polyfills that only old browsers load. */
const budgets = { "/(workspace)/audiences/[audienceId]/page": 260 };
const usual = 260;

if (!existsSync(server)) {
  console.error("Build first: npm run build");
  process.exit(1);
}

function* manifests(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* manifests(place);
    else if (entry.name === "page_client-reference-manifest.js") yield place;
  }
}

const sizes = new Map();
const gzipped = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(path.join(out, file))).length);
  return sizes.get(file);
};
const shared = JSON.parse(readFileSync(path.join(out, "build-manifest.json"), "utf8"));

let over = 0;
for (const file of [...manifests(server)].sort()) {
  const scope = {};
  new Function("globalThis", readFileSync(file, "utf8"))(scope);
  for (const [route, manifest] of Object.entries(scope.__RSC_MANIFEST ?? {})) {
    const files = new Set(shared.rootMainFiles.filter((name) => name.endsWith(".js")));
    for (const entries of Object.values(manifest.entryJSFiles ?? {}))
      for (const name of entries) files.add(name);
    let bytes = 0;
    for (const name of files) bytes += gzipped(name);
    const kilobytes = bytes / 1024;
    const budget = budgets[route] ?? usual;
    const verdict = kilobytes > budget ? "over" : "ok";
    if (verdict === "over") over += 1;
    console.log(
      `${kilobytes.toFixed(0).padStart(5)} KB of ${budget} ${verdict.padEnd(5)} ${route}`,
    );
  }
}
if (over) {
  console.error(`${over} routes are over their budget.`);
  process.exit(1);
}
