import type { ReachEngine } from "@/lib/network/reach/engine";
import { exactCount } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import { decodeMembers, encodeMembers, type MemberSet } from "@/lib/network/reach/member-set";

/** A number in [0, 1) that a text always gives. */
export function drawn(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** People who may be shown ads among 2 million members, by country as in data of messaging use. */
const people = 1_200_000;
const shareOf: Readonly<Record<string, number>> = {
  IN: 0.27,
  BR: 0.067,
  ID: 0.058,
  MX: 0.038,
  US: 0.035,
  TR: 0.026,
  DE: 0.024,
  GB: 0.019,
  IT: 0.018,
  ES: 0.015,
  FR: 0.014,
  NL: 0.006,
  PL: 0.005,
};

/** Sizes without people: every choice keeps a fixed share, as if choices were independent. */
export function paperSize(expression: Expression): number {
  const either = (ids: readonly string[], least: number, most: number) =>
    1 - ids.reduce((none, id) => none * (1 - least - drawn(id) * (most - least)), 1);
  const places = expression.countries.reduce((sum, country) => sum + (shareOf[country] ?? 0.01), 0);
  const groups = expression.groups.reduce(
    (share, group) =>
      share *
      either(
        group.map(({ segment }) => segment),
        0.03,
        0.15,
      ),
    1,
  );
  const never =
    1 -
    either(
      expression.never.map(({ segment }) => segment),
      0.02,
      0.08,
    );
  const ages = expression.ageBands.length === 0 ? 1 : expression.ageBands.length / 6;
  const genders = expression.genders.length === 0 ? 1 : expression.genders.length / 2;
  const devices = expression.devices.length === 0 ? 1 : 0.5;
  const share = (places || 1) * groups * never * ages * genders * devices;
  return Math.round(people * Math.min(1, share));
}

/** Answers with paper sizes; whom it reaches are numbers drawn at random among as many. */
export function paperEngine(): ReachEngine {
  return {
    name: "reference",
    count: async (expression) => exactCount(paperSize(expression)),
    cells: async () => [],
    cellsOfSets: async () => [],
    overlap: async () => [],
    deliver: async (expression, adSetId, days) =>
      days.map(({ day, meanPerPerson }) => ({
        day,
        reached: someOf(
          paperSize(expression),
          1 - Math.exp(-0.8 * meanPerPerson),
          `${adSetId} ${day}`,
        ),
      })),
    union: async (sets) => {
      const seen = new Set<number>();
      return sets.map((set) => {
        for (const member of membersOf(set)) seen.add(member);
        return exactCount(seen.size);
      });
    },
    apply: async () => undefined,
    size: async () => ({ members: people, bytes: 0 }),
    close: async () => undefined,
  };
}

function someOf(size: number, share: number, seed: string): MemberSet {
  const members: number[] = [];
  let state = Math.floor(drawn(seed) * 2 ** 32) >>> 0;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / (2 ** 32 + 1);
  };
  const gap = Math.log(1 - Math.min(0.999, Math.max(1e-9, share)));
  for (let at = Math.floor(Math.log(random()) / gap); at < size; ) {
    members.push(at);
    at += 1 + Math.floor(Math.log(random()) / gap);
  }
  return encodeMembers(members);
}

const decoded = new WeakMap<MemberSet, readonly number[]>();

function membersOf(set: MemberSet): readonly number[] {
  const known = decoded.get(set);
  if (known) return known;
  const members = [...decodeMembers(set)];
  decoded.set(set, members);
  return members;
}
