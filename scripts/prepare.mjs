// Runs before `npm start` and `npm test`, when node_modules may not exist yet: no dependency may be imported here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Nod needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const stamp = "node_modules/.nod-installed";
const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";

if (installed !== wanted) {
  console.log("Installing dependencies (about a minute the first time)");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    console.error(
      "The dependencies could not be installed. Check the connection to the npm registry, then try again.",
    );
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
