import { expect, test } from "vitest";
import { ok } from "@/lib/result";
import { overlapAudiences } from "./overlap-audiences";
import { drawnCells, sayOrder, sayPlaces } from "./overlap-words";
import { anAudience, anOverlap, aRange, aRelationship, aWorld } from "./testing-world";
import { toTargeting } from "./to-targeting";

const riders = anAudience({ id: "au1" });
const runners = anAudience({ id: "au2", rules: { ...riders.rules, countries: ["FR"] } });
const theirs = anAudience({ id: "au3", clientId: "c2" });
const rival = anAudience({
  id: "au4",
  rules: {
    ...riders.rules,
    relationship: aRelationship({
      kind: "works_with",
      companies: ["rival"],
      by: null,
      withinDays: null,
    }),
  },
});

function asking(who: "marketer" | "viewer" | "stranger") {
  const world = aWorld({ audiences: [riders, runners, theirs, rival] });
  const asked: unknown[] = [];
  const ctx = {
    ...world[who],
    adApi: {
      audienceOverlap: async (accountId: string, targetings: unknown) => {
        asked.push([accountId, targetings]);
        return ok(anOverlap());
      },
    },
  };
  return { ctx, asked };
}

test("audiences of one client are compared on its account, in the order they were chosen", async () => {
  const { ctx, asked } = asking("marketer");
  const input = { clientId: "c1", audienceIds: ["au2", "au1"] };
  expect(await overlapAudiences(ctx, input)).toEqual(ok(anOverlap()));
  expect(asked).toEqual([["act_1", [toTargeting(runners.rules), toTargeting(riders.rules)]]]);
});

test("what is not there, another client's, twice the same, or a rival's is not asked", async () => {
  const { ctx, asked } = asking("marketer");
  for (const [audienceIds, code] of [
    [["au1", "nobody"], "no_audience"],
    [["au1", "au3"], "no_audience"],
    [["au1", "au1"], "no_audience"],
    [["au1", "au4"], "foreign_company"],
    [["au1"], "unreadable"],
  ] as const) {
    const answer = await overlapAudiences(ctx, { clientId: "c1", audienceIds: [...audienceIds] });
    expect(answer).toMatchObject({ ok: false, error: { code } });
  }
  for (const [who, code] of [
    ["viewer", "forbidden"],
    ["stranger", "not_found"],
  ] as const) {
    const other = asking(who);
    const input = { clientId: "c1", audienceIds: ["au1", "au2"] };
    expect(await overlapAudiences(other.ctx, input)).toMatchObject({ error: { code } });
    expect(other.asked).toEqual([]);
  }
  expect(asked).toEqual([]);
});

test("the order is said step by step, and what is too small is not counted out", () => {
  const few = aRange(0, { hidden: true, upper: 1_000 });
  const order = [
    { place: 1, adds: aRange(410_000), reached: aRange(410_000) },
    { place: 0, adds: aRange(35_000), reached: aRange(445_000) },
    { place: 2, adds: few, reached: aRange(445_000) },
  ];
  expect(sayOrder({ order }, ["Runners", "Riders", "Divers"])).toEqual([
    "Start with Riders: about 410K people.",
    "Adding Runners brings about 35K more.",
    "Adding Divers brings fewer than 1K more.",
  ]);
});

test("the largest cells are drawn first, and the rest is counted", () => {
  const cell = (places: number[], shown: number) => ({
    places,
    range: aRange(shown, { hidden: shown === 0 }),
  });
  const cells = [cell([0], 5_000), cell([1], 0), cell([0, 1], 9_000), cell([2], 2_000)];
  expect(drawnCells({ cells }, 2)).toEqual({ drawn: [cells[2], cells[0]], rest: 1, hidden: 1 });
  expect(sayPlaces([1], ["A", "B"])).toBe("only B");
  expect(sayPlaces([0, 1], ["A", "B"])).toBe("A and B");
});
