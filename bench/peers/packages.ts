import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const folder = path.resolve("bench");
const require = createRequire(path.join(folder, "package.json"));

/** Installs what `bench/package.json` pins, unless it stands already. Says why when it cannot be had. */
export function installPeers(names: readonly string[]): string | null {
  if (names.every(isInstalled)) return null;
  console.log("Installing the peers into bench/node_modules (roaring may have to be compiled)");
  const { status, stderr } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status === 0 && names.every(isInstalled)) return null;
  const reason = stderr?.split("\n").find((line) => /error|gyp ERR/i.test(line)) ?? "npm failed";
  return `The peers could not be installed: ${reason.trim()}`;
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Loads an installed package; `T` says the part of it that is used. */
export function loadPackage<T>(name: string): T {
  return require(name) as T;
}
