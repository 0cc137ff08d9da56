import { exactCount } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import { everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { openDesk } from "../desk";
import { epochOf, settledNoiseOf } from "../epoch";
import { memoryReleaseTable } from "../memory-release-table";
import { createNoise, type Noise } from "../noise";
import type { Precision } from "../release";
import { releaseCount } from "../release-count";
import { nothingSpent, type ReleaseTable } from "../release-table";
import type { ReleasedCount } from "../released";
import { answered } from "../testing";

/** The network as an attacker meets it; an attack without a rule puts something else in the place of the part that keeps it. */
export interface Target {
  /** How many people a question holds for. */
  readonly people: (expression: Expression) => number;
  readonly noise: Noise;
  /** null: nothing is kept of any answer. */
  readonly table: ReleaseTable | null;
  readonly wallNow: () => Date;
}

export const monday = new Date("2026-02-09T09:00:00Z");

/** A key nobody but this trial has. */
export const aTarget = (trial: number, over: Partial<Target> & Pick<Target, "people">): Target => ({
  noise: createNoise(Buffer.from(`a key that only trial ${trial} knows`)),
  table: memoryReleaseTable(),
  wallNow: () => monday,
  ...over,
});

export type Ask = (expression: Expression, precision?: Precision) => Promise<ReleasedCount>;

/** Asks as often as it likes: what budgets allow is measured elsewhere. */
export function asking({ people, noise, table, wallNow }: Target): Ask {
  const open = () =>
    openDesk({
      engine: { ...referenceEngine([], () => 0), count: async (e) => exactCount(people(e)) },
      table: table ?? forgetful,
      noise,
      countries: [],
      epoch: () => epochOf(wallNow(), "salt"),
      settledNoise: settledNoiseOf("salt"),
      wallNow,
      networkNow: wallNow,
      windows: [],
      cap: null,
    });
  const desk = open();
  return async (expression, precision = "live") => {
    // A desk keeps answers at hand, too.
    const asked = table ? desk : open();
    return answered(await releaseCount(asked, { workspaceId: "attacker" }, expression, precision))
      .shown;
  };
}

/** A different question about the same kind of people for every number: the attacker's own accounts carry the company. */
export const padded = (index: number): Expression => ({
  ...everyone,
  with: [{ company: `pad ${index}`, kind: null, withinDays: null }],
});

/** The same without the one interest that, of all these people, only the victim has. */
export const withoutVictim = (question: Expression): Expression => ({
  ...question,
  never: [{ segment: "473", withinDays: 180, minStrength: 1 }],
});

export const padOf = ({ with: [first] }: Expression): number =>
  Number(first?.company.split(" ")[1] ?? 0);

/**
 * How much better than guessing an attack tells whether the victim is in: the share of trials in which it says so and is
 * right, less the share in which it says so and is wrong. Nothing is left to chance: every trial has its own fixed key.
 */
export async function advantageOf(
  attack: (victim: boolean, trial: number) => Promise<boolean>,
  trials = 200,
): Promise<number> {
  let score = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    if (await attack(true, 2 * trial)) score += 1;
    if (await attack(false, 2 * trial + 1)) score -= 1;
  }
  return score / trials;
}

const forgetful: ReleaseTable = {
  find: async () => [],
  record: async (rows) => rows.map(({ row }) => row),
  refusal: async () => null,
  latest: async () => [],
  spent: async () => nothingSpent,
  spentEach: async (_, starts) => starts.map(() => nothingSpent),
};

/** Gaussian noise that is drawn again for every question (Box and Muller), from a seed, so that a run can be repeated. */
export function freshNoise(seed: number): Noise {
  let state = (seed + 1) * 0x9e3779b9;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (_epoch, _kind, _canonical, sigma) =>
    Math.round(sigma * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()));
}
