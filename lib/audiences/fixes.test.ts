import { describe, expect, test } from "vitest";
import { biggestCut, fixesFor } from "./fixes";
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
const keep = (rule: string, share: number | null) => ({ rule, share, range: aRange(5_000) });
const riders = aRules({
  any: [plain("1"), plain("2")],
  must: [[], [plain("3")]],
  never: [plain("1")],
});

describe("the biggest cut", () => {
  test("is the choice that keeps the smallest part; places are the frame and cut nothing", () => {
    expect(biggestCut([keep("places", 0.01), keep("any", 0.6), keep("must.0", 0.2)])).toEqual(
      keep("must.0", 0.2),
    );
  });

  test("is none where every choice keeps nearly everyone or too few to say", () => {
    expect(biggestCut([keep("any", 0.95), keep("never", null)])).toBeNull();
  });
});

describe("fixes for an audience that is too small", () => {
  test("begin with the choice that cuts most, and say what dropping it brings", () => {
    const [first] = fixesFor(riders, [keep("any", 0.01), keep("must.0", 0.25)], names);
    expect(first).toMatchObject({
      label: 'Drop "Must like Adventure Travel"',
      gain: "about 4 times as many",
      rules: { must: [] },
    });
  });

  test("loosen freshness, strength and ages, and are three at most", () => {
    const tight = aRules({ ...riders, withinDays: 7, minStrength: 3, ageMin: 25 });
    const ids = fixesFor(tight, [keep("never", 0.5), keep("ages", 0.7)], names).map(({ id }) => id);
    expect(ids).toEqual(["never", "fresh", "strength"]);
    const aged = fixesFor(aRules({ ageMin: 25 }), [keep("ages", 0.7)], names);
    expect(aged).toMatchObject([{ id: "ages", gain: "about 43% more", rules: { ageMin: 18 } }]);
  });

  test("are none where nothing is narrowed", () => {
    expect(fixesFor(aRules({ any: [plain("1")] }), [keep("any", 0.1)], names)).toEqual([]);
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
