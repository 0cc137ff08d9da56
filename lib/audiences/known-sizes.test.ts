import { expect, test } from "vitest";
import { ok, refuse } from "@/lib/result";
import { knownSizes } from "./known-sizes";
import { anAudience, aRange, aWorld, lakeside } from "./testing-world";

const known = { range: aRange(425_000), asOf: "2026-03-02T00:00:00.000Z", change: null };
const listed = Array.from({ length: 130 }, (_, at) => ({
  audience: anAudience({ id: `au${at}` }),
  client: lakeside,
}));

test("every audience that was estimated has its size, a hundred asked at once; others have none", async () => {
  const asked: [string, number][] = [];
  const adApi = {
    knownReach: async (accountId: string, targetings: readonly unknown[]) => {
      asked.push([accountId, targetings.length]);
      return ok(targetings.map((_, at) => (at === 0 ? null : known)));
    },
  };
  const sizes = await knownSizes({ ...aWorld().marketer, adApi }, listed);
  expect(asked).toEqual([
    ["act_1", 100],
    ["act_1", 30],
  ]);
  expect(sizes.size).toBe(128);
  expect(sizes.get("au1")).toEqual(known);
  expect(sizes.has("au0") || sizes.has("au100")).toBe(false);
});

test("a viewer is not asked for, and a network that is away leaves a list without sizes", async () => {
  const away = async () => ({
    ok: false as const,
    error: { ...refuse("unavailable", "Away.").error, code: "unavailable" as const, traceId: "t" },
  });
  const { viewer, marketer } = aWorld();
  expect((await knownSizes({ ...marketer, adApi: { knownReach: away } }, listed)).size).toBe(0);
  const never = async () => {
    throw new Error("A viewer was asked for.");
  };
  expect((await knownSizes({ ...viewer, adApi: { knownReach: never } }, listed)).size).toBe(0);
});
