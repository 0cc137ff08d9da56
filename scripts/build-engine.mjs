// Builds the reach engine into build/: the wasm core with asc, the worker that holds it with esbuild. Skips what is up to date.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const out = path.join(root, "build");
const assembly = "lib/server/engines/embedded/assembly";
const entry = "lib/server/engines/embedded/worker/main.ts";
const stampFile = path.join(out, "reach-engine.stamp.json");
/** Part of every stamp, so that a changed build or compiler builds again. */
const tools = ["scripts/build-engine.mjs", "node_modules/assemblyscript/package.json"];

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of [...tools, ...files]) {
    const place = path.join(root, file);
    hash.update(file).update("\0");
    hash.update(existsSync(place) ? readFileSync(place) : "missing");
  }
  return hash.digest("hex");
}

/** Two builds may run at once (tests beside a server): each file appears whole or not at all. */
function publish(name, contents) {
  const place = path.join(out, name);
  const draft = `${place}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, place);
}

async function compileCore() {
  const { default: asc } = await import("assemblyscript/asc");
  const draft = path.join("build", `reach-engine.${process.pid}.draft.wasm`);
  const { error, stderr } = await asc.main(
    [
      `${assembly}/index.ts`,
      ...["--outFile", draft],
      ...["--optimizeLevel", "3", "--converge", "--noAssert"],
      ...["--runtime", "stub", "--enable", "simd", "--use", "abort="],
      ...["--baseDir", root],
    ],
    {},
  );
  if (error) throw new Error(`The reach engine does not compile.\n${stderr.toString()}`);
  renameSync(path.join(root, draft), path.join(out, "reach-engine.wasm"));
}

const resolutions = {
  name: "resolutions",
  setup(bundle) {
    bundle.onResolve({ filter: /^@\// }, (args) =>
      bundle.resolve(`./${args.path.slice(2)}`, { resolveDir: root, kind: args.kind }),
    );
  },
};

async function bundleWorker() {
  const { build } = await import("esbuild");
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    target: "node20",
    format: "esm",
    minify: true,
    keepNames: true,
    logLevel: "warning",
    plugins: [resolutions],
  });
  publish("reach-worker.mjs", outputFiles[0].contents);
  return Object.keys(metafile.inputs).sort();
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return { core: "", worker: "", inputs: [] };
  }
}

/** Builds what is missing or out of date; throws with the compiler's words when the sources are wrong. */
export async function buildEngine() {
  mkdirSync(out, { recursive: true });
  const sources = readdirSync(path.join(root, assembly)).map((file) => `${assembly}/${file}`);
  const stamp = readStamp();
  const core = hashOf(sources.sort());
  if (stamp.core !== core || !existsSync(path.join(out, "reach-engine.wasm"))) {
    await compileCore();
    stamp.core = core;
  }
  if (stamp.worker !== hashOf(stamp.inputs) || !existsSync(path.join(out, "reach-worker.mjs"))) {
    stamp.inputs = await bundleWorker();
    stamp.worker = hashOf(stamp.inputs);
  }
  publish("reach-engine.stamp.json", JSON.stringify(stamp));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildEngine();
