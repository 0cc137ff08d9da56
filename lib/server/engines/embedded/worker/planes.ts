import type { Core } from "./core";
import { type Clause, listCount } from "./question";

interface KeptPlane {
  readonly at: number;
  readonly size: number;
  readonly room: number;
  readonly lists: ReadonlySet<number>;
  usedIn: number;
}

/** A clause's people as a bitmap over all blocks, kept between questions and filled block by block as questions need it. */
export interface Planes {
  /** Call before the clauses of one question (or of one overlap) are looked up. */
  nextQuestion(): void;
  /** The address of the clause's plane, or 0 when it is quicker without one. */
  planeFor(clause: Clause): number;
  /** A list changed in a block. */
  forget(list: number, block: number): void;
  forgetBlock(block: number): void;
  /** A new day: freshness changed everywhere. */
  forgetAll(): void;
  /** Gives the memory back. */
  clear(): void;
}

const header = 1040;
const filledFlags = 16;
const planeBytes = 8192;
/** Below this many entries a block, walking the lists costs less than reading a plane from memory. */
const worthKeeping = 1_000;
/** 64 planes are 8 bytes a member. */
const mostPlanes = 64;

export function keepPlanes(core: Core): Planes {
  const kept = new Map<string, KeptPlane>();
  let question = 0;

  const drop = (key: string, plane: KeptPlane) => {
    kept.delete(key);
    core.wasm.release(plane.at, plane.size);
  };

  function makeRoom(): boolean {
    if (kept.size < mostPlanes) return true;
    const [oldest] = kept;
    if (!oldest || oldest[1].usedIn === question) return false;
    drop(...oldest);
    return true;
  }

  function make(clause: Clause): KeptPlane {
    const room = core.wasm.blockCount() + 1;
    const size = header + room * planeBytes;
    const at = core.allocate(size);
    core.bytes(at, header).fill(0);
    core.words(at, 1)[0] = room;
    return { at, size, room, lists: new Set(clause.lists), usedIn: question };
  }

  function entriesOf(clause: Clause): number {
    const totals = core.words(core.wasm.listTotals(), listCount);
    return clause.lists.reduce((sum, list) => sum + (totals[list] ?? 0), 0);
  }

  const unfill = (plane: KeptPlane, block: number) => {
    if (block < plane.room) core.bytes(plane.at + filledFlags + block, 1)[0] = 0;
  };

  return {
    nextQuestion() {
      question += 1;
    },
    planeFor(clause) {
      const known = kept.get(clause.key);
      if (known) {
        kept.delete(clause.key);
        kept.set(clause.key, known);
        known.usedIn = question;
        return known.at;
      }
      if (entriesOf(clause) < worthKeeping * core.wasm.blockCount()) return 0;
      if (!makeRoom()) return 0;
      const plane = make(clause);
      kept.set(clause.key, plane);
      return plane.at;
    },
    forget(list, block) {
      for (const plane of kept.values()) if (plane.lists.has(list)) unfill(plane, block);
    },
    forgetBlock(block) {
      for (const plane of kept.values()) unfill(plane, block);
    },
    forgetAll() {
      for (const plane of kept.values()) {
        core.bytes(plane.at + filledFlags, header - filledFlags).fill(0);
      }
    },
    clear() {
      for (const [key, plane] of [...kept]) drop(key, plane);
    },
  };
}
