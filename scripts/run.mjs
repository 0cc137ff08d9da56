// Runs a TypeScript script: `node scripts/run.mjs scripts/x.ts [arguments]`. Node 20 cannot do so itself, so the
// script is bundled into build/ (packages stay outside the bundle) and imported from there.
import { access, mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

const resolutions = {
  name: "resolutions",
  setup(bundle) {
    bundle.onResolve({ filter: /^@\// }, (args) =>
      bundle.resolve(`./${args.path.slice(2)}`, { resolveDir: root, kind: args.kind }),
    );
    bundle.onResolve({ filter: /^server-only$/ }, () => ({
      path: "server-only",
      namespace: "empty",
    }));
    bundle.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
  },
};

/** Bundles the script and gives the path of the module to import. */
export async function bundleScript(script) {
  const entry = path.resolve(root, script);
  await access(entry).catch(() => {
    throw new Error(`There is no script at ${script}.`);
  });
  const outfile = path.join(
    root,
    "build/scripts",
    `${path.basename(entry).replace(/\.m?ts$/, "")}.mjs`,
  );
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
    plugins: [resolutions],
  });
  return outfile;
}

async function main() {
  const script = process.argv[2];
  if (!script) {
    console.error("Usage: node scripts/run.mjs <script.ts> [arguments]");
    process.exit(2);
  }
  const outfile = await bundleScript(script);
  process.argv = [process.argv[0], outfile, ...process.argv.slice(3)];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(outfile).href);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
