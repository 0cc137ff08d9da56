import { countries } from "@/lib/network/population/lists";
import { everyone } from "@/lib/network/reach/expression";
import type { OverviewAsk } from "@/lib/network/reach/overview";
import { agesPerCell } from "../cell-layout";
import type { OverviewPart } from "../protocol";
import type { Core } from "./core";
import type { Planes } from "./planes";
import { type Clause, readQuestion, segmentClause } from "./question";
import { withQuestion } from "./write-question";

const slots = 65_536;
const planeBytes = 8_192;

/** Goes block by block, so that questions get in between; what has changed meanwhile counts as it is when its block is reached. */
export function* countOverview(
  core: Core,
  planes: Planes,
  ask: OverviewAsk,
): Generator<void, OverviewPart> {
  const segments = ask.segments.map(ruleOn);
  const branches = ask.branches.map(ruleOn);
  const cells = segments.length * countries.length * agesPerCell;
  const pairs = (branches.length * (branches.length - 1)) / 2;
  const space = borrow(core);
  try {
    const segmentsAt = space.clauses(segments);
    const branchesAt = space.clauses(branches);
    const counters = space.zeros(slots);
    const branchPlanes = space.zeros(branches.length * planeBytes);
    const table = space.zeros(cells * 4);
    const pairTable = space.zeros(pairs * 4);
    const question = readQuestion(core, everyone);
    for (let block = 0; block < core.wasm.blockCount(); block += 1) {
      planes.nextQuestion();
      withQuestion(core, planes, question, (at) => {
        core.wasm.overviewBlock(
          at,
          block,
          segmentsAt,
          segments.length,
          ask.mostSegments,
          counters,
          table,
        );
        core.wasm.pairsOfBlock(
          at,
          block,
          branchesAt,
          branches.length,
          ask.mostBranches,
          counters,
          branchPlanes,
          pairTable,
        );
      });
      yield;
    }
    return { cells: core.words(table, cells).slice(), pairs: core.words(pairTable, pairs).slice() };
  } finally {
    space.giveBack();
  }
}

const ruleOn = (segment: string): Clause =>
  segmentClause({ segment, withinDays: 180, minStrength: 1 });

/** Pieces of the core's memory, all given back together. */
function borrow(core: Core) {
  const pieces: { readonly at: number; readonly size: number }[] = [];
  const take = (size: number) => {
    const at = core.allocate(size);
    pieces.push({ at, size });
    return at;
  };
  return {
    zeros(size: number): number {
      const at = take(size);
      core.bytes(at, size).fill(0);
      return at;
    },
    /** Clauses one after another, as assembly/clause.ts reads them. */
    clauses(clauses: readonly Clause[]): number {
      const numbers = clauses.flatMap(({ filter, lists }) => [filter, 0, lists.length, ...lists]);
      const at = take(numbers.length * 4);
      core.words(at, numbers.length).set(numbers);
      return at;
    },
    giveBack(): void {
      for (const { at, size } of pieces) core.wasm.release(at, size);
    },
  };
}
