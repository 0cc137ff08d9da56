import { readFile } from "node:fs/promises";
import path from "node:path";
import type { MemberSet } from "@/lib/network/reach/member-set";
import type { EmbeddedEngineOptions } from "../embedded/create-embedded-engine";
import { packSets } from "../embedded/pack-sets";
import { usualPlanes } from "../embedded/protocol";
import { openThread, type Shard } from "../embedded/shard";

/** Counts distinct people over growing unions of sets, away from the event loop. */
export interface Uniter {
  unite(sets: readonly MemberSet[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

export type OpenUniter = () => Uniter;

/**
 * The embedded engine's worker, holding no members: sets are united there in WebAssembly, as with that engine. It starts
 * with the first union.
 */
export function openUniter(open: NonNullable<EmbeddedEngineOptions["open"]> = openThread): Uniter {
  let worker: Promise<Shard> | null = null;

  async function start(): Promise<Shard> {
    const build = path.join(/* turbopackIgnore: true */ process.cwd(), "build");
    const bytes = await readFile(path.join(build, "reach-engine.wasm"));
    const data = {
      wasm: await WebAssembly.compile(bytes),
      shard: 0,
      shards: 1,
      first: 0,
      count: 0,
      members: 0,
      planes: usualPlanes,
    };
    return open(path.join(build, "reach-worker.mjs"), data, () => {});
  }

  return {
    async unite(sets) {
      worker ??= start();
      const packed = packSets(sets);
      return (await worker).ask("union", packed, [packed.bytes.buffer]);
    },
    async close() {
      await (await worker)?.close();
    },
  };
}
