import { describe, expect, test } from "vitest";
import { cutsOf, fixesFor } from "./fixes";
import type { Names } from "./names";
import { ruleLabel } from "./rule-label";
import { aRules } from "./testing";
import { aRange } from "./testing-world";

const names: Names = {
  segments: { "1": "Cycling", "2": "Running", "3": "Adventure Travel" },
  places: {},
  companies: {},
  languages: {},
};
const plain = (segment: string) => ({ segment, withinDays: null, minStrength: null });
const keep = (rule: string, share: number | null) => ({
  ...{ rule, share, range: aRange(5_000), refused: false },
});
const riders = aRules({
  any: [plain("1"), plain("2")],
  must: [[], [plain("3")]],
  never: [plain("1")],
});

describe("the cuts", () => {
  const first = (keeps: Parameters<typeof cutsOf>[0]) => cutsOf(keeps)[0]?.rule;

  test("begin with the choice that keeps the smallest part; places are the frame and cut nothing", () => {
    const keeps = [keep("places", 0.01), keep("any", 0.6), keep("must.0", 0.2)];
    expect(cutsOf(keeps).map(({ rule }) => rule)).toEqual(["must.0", "any"]);
  });

  test("are none where every choice keeps nearly everyone", () => {
    expect(cutsOf([keep("any", 0.95), keep("never", null)])).toEqual([]);
  });

  test("go by the sizes shown where no share is said", () => {
    const people = (rule: string, shown: number) => ({
      ...{ rule, share: null, range: aRange(shown), refused: false },
    });
    expect(first([people("places", 40_000), people("ages", 18_000), people("any", 3_000)])).toBe(
      "any",
    );
    const hidden = { ...people("never", 0), range: aRange(0, { hidden: true, upper: 1_000 }) };
    expect(first([people("any", 3_000), hidden, hidden])).toBe("never");
  });
});

describe("fixes for an audience that is too small", () => {
  test("begin with the choice that cuts most, and say what dropping it brings", () => {
    const [first] = fixesFor(riders, [keep("any", 0.01), keep("must.0", 0.25)], [], names);
    expect(first).toMatchObject({
      label: 'Drop "Must like Adventure Travel"',
      gain: "about 4 times as many",
      rules: { must: [] },
    });
  });

  test("say how many fit before a choice that leaves too few to say", () => {
    const hidden = aRange(0, { hidden: true, upper: 1_000 });
    const keeps = [keep("any", null), { ...keep("must.0", null), range: hidden }];
    expect(fixesFor(riders, keeps, [], names)[0]).toMatchObject({ gain: "up to 5K people" });
  });

  test("loosen freshness, strength and ages, and are three at most", () => {
    const tight = aRules({ ...riders, withinDays: 7, minStrength: 3, ageMin: 25 });
    const ids = fixesFor(tight, [keep("never", 0.5), keep("ages", 0.7)], [], names).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(["never", "fresh", "strength"]);
    const aged = fixesFor(aRules({ ageMin: 25 }), [keep("ages", 0.7)], [], names);
    expect(aged).toMatchObject([{ id: "ages", gain: "about 43% more", rules: { ageMin: 18 } }]);
  });

  test("add the interest that would bring most people to the box it belongs to", () => {
    const suggestions = [
      { box: "any", id: "9", name: "Camping", gain: 14_000 },
      { box: "must.0", id: "8", name: "Cruises", gain: 21_000 },
    ];
    const fixes = fixesFor(riders, [keep("must.0", 0.25)], suggestions, names);
    expect(fixes[1]).toMatchObject({
      label: "Add Cruises",
      gain: "about +21K",
      rules: { must: [[plain("3"), plain("8")]] },
    });
  });

  test("are none where nothing is narrowed", () => {
    expect(fixesFor(aRules({ any: [plain("1")] }), [keep("any", 0.1)], [], names)).toEqual([]);
  });
});

test("a choice is named in a few words, by the boxes that ask something", () => {
  expect(ruleLabel("any", riders, names)).toBe("Likes any of 2");
  expect(ruleLabel("must.0", riders, names)).toBe("Must like Adventure Travel");
  expect(ruleLabel("never", riders, names)).toBe("Not Cycling");
  expect(ruleLabel("places", riders, names)).toBe("Places");
  const loyal = aRules({ relationship: { kind: "new_to", companies: ["p1"] } });
  expect(ruleLabel("relationship", loyal, names)).toBe("New to the company");
});
