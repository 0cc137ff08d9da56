import type { PlaneLimits } from "../protocol";
import type { Core } from "./core";
import type { Clause } from "./question";

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
  /** Gives a clause a plane that later questions do not push out. */
  stand(clause: Clause): void;
  /** A list changed in a block. */
  forget(list: number, block: number): void;
  forgetBlock(block: number): void;
  /** A new day: freshness changed everywhere. */
  forgetAll(): void;
  /** Gives back what questions left, but no standing plane. */
  clearAsked(): void;
  /** Gives all memory back. */
  clear(): void;
}

const header = 1040;
const filledFlags = 16;
const planeBytes = 8192;

export function keepPlanes(core: Core, limits: PlaneLimits): Planes {
  const kept = new Map<string, KeptPlane>();
  const standing = new Map<string, KeptPlane>();
  let question = 0;

  const everyPlane = () => [...kept.values(), ...standing.values()];

  function drop(key: string, plane: KeptPlane): void {
    kept.delete(key);
    core.wasm.release(plane.at, plane.size);
  }

  function makeRoom(): boolean {
    if (kept.size < limits.most) return true;
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

  const unfill = (plane: KeptPlane, block: number) => {
    if (block < plane.room) core.bytes(plane.at + filledFlags + block, 1)[0] = 0;
  };

  return {
    nextQuestion() {
      question += 1;
    },
    planeFor(clause) {
      const stands = standing.get(clause.key);
      if (stands) return stands.at;
      const known = kept.get(clause.key);
      if (known) {
        kept.delete(clause.key);
        kept.set(clause.key, known);
        known.usedIn = question;
        return known.at;
      }
      if (entriesOf(core, clause) < limits.worthKeeping * core.wasm.blockCount()) return 0;
      if (!makeRoom()) return 0;
      const plane = make(clause);
      kept.set(clause.key, plane);
      return plane.at;
    },
    stand(clause) {
      if (!standing.has(clause.key)) standing.set(clause.key, make(clause));
    },
    forget(list, block) {
      for (const plane of everyPlane()) if (plane.lists.has(list)) unfill(plane, block);
    },
    forgetBlock(block) {
      for (const plane of everyPlane()) unfill(plane, block);
    },
    forgetAll() {
      for (const plane of everyPlane()) {
        core.bytes(plane.at + filledFlags, header - filledFlags).fill(0);
      }
    },
    clearAsked,
    clear() {
      clearAsked();
      for (const plane of standing.values()) core.wasm.release(plane.at, plane.size);
      standing.clear();
    },
  };

  function clearAsked(): void {
    for (const [key, plane] of [...kept]) drop(key, plane);
  }
}

/** How many entries a clause walks through without a plane. */
export function entriesOf(core: Core, clause: Clause): number {
  const totals = core.words(core.wasm.listTotals(), core.wasm.listCount());
  return clause.lists.reduce((sum, list) => sum + (totals[list] ?? 0), 0);
}
