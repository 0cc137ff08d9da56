import type { Member } from "@/lib/network/population/member";
import { adSetSeed, isReached, thresholds } from "./delivery-hash";
import type {
  DeliveredDay,
  DeliveryDay,
  ExactCell,
  MemberChange,
  ReachEngine,
  SetDimensions,
} from "./engine";
import { type ExactCount, exactCount } from "./exact-count";
import type { Dimension, Expression } from "./expression";
import { matches } from "./matches";
import { memberAfter, memberJoined } from "./member-after";
import { decodeMembers, encodeMembers, type MemberSet } from "./member-set";

/**
 * The engine that is obviously right: every question looks at every member. For tests, and for nothing else.
 * `today` is asked for each question, so that signals age while the engine runs.
 */
export function referenceEngine(members: readonly Member[], today: () => number): ReachEngine {
  const present = new Map(members.map((member) => [member.number, member]));
  const gone = new Set<number>();

  const matching = (expression: Expression): Member[] => {
    const day = today();
    return [...present.values()]
      .filter((member) => matches(expression, member, day))
      .sort((a, b) => a.number - b.number);
  };

  return {
    name: "reference",
    count: async (expression) => exactCount(matching(expression).length),
    cells: async (expression, by) => cellsOf(matching(expression), by),
    overlap: async (expressions) => overlapOf(expressions.map(matching)),
    deliver: async (expression, adSetId, days) => {
      const audience = matching(expression);
      return days.map((day) => deliveredOn(audience, adSetId, day));
    },
    cellsOfSets: async (sets, by) => {
      const numbers = new Set(sets.flatMap((set) => [...decodeMembers(set)]));
      const there = [...numbers].flatMap((number) => present.get(number) ?? []);
      return cellsOf(
        there.filter(({ ageBand }) => ageBand !== null),
        by,
      );
    },
    union: async (sets) => unionOf(sets),
    apply: async (change: MemberChange) => {
      const member = present.get(change.member);
      if (change.type === "joined" && !member && !gone.has(change.member)) {
        present.set(change.member, memberJoined(change));
      }
      if (!member) return;
      const after = memberAfter(member, change);
      if (after) present.set(after.number, after);
      else {
        present.delete(member.number);
        gone.add(member.number);
      }
    },
    size: async () => ({ members: present.size, bytes: 0 }),
    close: async () => present.clear(),
  };
}

function cellsOf(members: readonly Member[], by: SetDimensions): ExactCell[] {
  const counts = new Map<string, { values: string[]; people: number }>();
  for (const member of members) {
    const values = by.map((dimension) => cellValue(member, dimension));
    const key = values.join("|");
    const cell = counts.get(key) ?? { values, people: 0 };
    cell.people += 1;
    counts.set(key, cell);
  }
  return [...counts.values()].map(({ values, people }) => ({ values, count: exactCount(people) }));
}

function cellValue(member: Member, dimension: Dimension | "region"): string {
  switch (dimension) {
    case "region":
      return member.region ?? "";
    case "country":
      return member.country;
    case "age":
      return member.ageBand ?? "";
    case "gender":
      return member.gender;
    case "device":
      return member.device;
    case "social":
      return member.onSocial ? "yes" : "no";
  }
}

function overlapOf(audiences: readonly (readonly Member[])[]): ExactCount[] {
  const placeOf = new Map<number, number>();
  audiences.forEach((audience, bit) => {
    for (const { number } of audience) placeOf.set(number, (placeOf.get(number) ?? 0) | (1 << bit));
  });
  const people = new Array<number>(1 << audiences.length).fill(0);
  for (const place of placeOf.values()) people[place] = (people[place] ?? 0) + 1;
  return people.map(exactCount);
}

function deliveredOn(
  audience: readonly Member[],
  adSetId: string,
  { day, meanPerPerson }: DeliveryDay,
): DeliveredDay {
  const seed = adSetSeed(adSetId);
  const limits = thresholds(meanPerPerson);
  const reached = audience
    .map((member) => member.number)
    .filter((number) => isReached(seed, number, day, limits));
  return { day, reached: encodeMembers(reached) };
}

function unionOf(sets: readonly MemberSet[]): ExactCount[] {
  const seen = new Set<number>();
  return sets.map((set) => {
    for (const member of decodeMembers(set)) seen.add(member);
    return exactCount(seen.size);
  });
}
