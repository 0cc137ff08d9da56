import type { Core } from "./core";
import type { Planes } from "./planes";

/** Changes between two looks at how packed the members lie. */
const lookEvery = 1_000;
/** How long idle moments are used at a time; questions get in between. */
const stepMs = 2;

/** Whether so many words are worth packing: below, cells just breathe. */
const isLoose = ({ wasm }: Core): boolean => wasm.spareWords() > 64 + wasm.usedWords() / 16;

/** Packs the members of cells that many have left, word by word in idle moments, so that the space is there for others. */
export function keepTidy(core: Core, planes: Planes) {
  let seen = 0;
  let running = false;

  function step(): void {
    if (!running) return;
    const started = performance.now();
    do {
      const changed = core.wasm.tidy() >>> 0;
      if (changed === 0) {
        running = false;
        return;
      }
      const count = core.words(changed, 1)[0] ?? 0;
      for (const block of core.words(changed + 4, count)) planes.forgetBlock(block);
    } while (performance.now() - started < stepMs);
    setImmediate(step);
  }

  return {
    /** So many changes were applied. */
    note(changes: number): void {
      seen += changes;
      if (seen < lookEvery || running) return;
      seen = 0;
      running = isLoose(core);
      if (running) setImmediate(step);
    },
    stop(): void {
      running = false;
    },
  };
}
