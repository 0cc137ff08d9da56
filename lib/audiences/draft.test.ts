import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeDraft, type Draft, type DraftChange, openDraft } from "./draft";
import {
  addMust,
  choosePlaces,
  chooseSegments,
  endAges,
  removeMust,
  segmentsIn,
  startAges,
  tuneSegment,
} from "./edit-rules";
import { decodeRules } from "./read-rules-param";
import { noRules } from "./rule-values";
import { encodeRules } from "./rules-param";
import { aRules, arbitraryRules } from "./testing";

const plain = (segment: string) => ({ segment, withinDays: null, minStrength: null });

describe("the boxes", () => {
  test("keep the freshness of an interest that stays, and forget one that goes", () => {
    const chosen = chooseSegments(aRules(), "any", ["1", "2"]);
    const tuned = tuneSegment(chosen, "any", "2", { withinDays: 30 });
    expect(chooseSegments(tuned, "any", ["2", "3"]).any).toEqual([
      { ...plain("2"), withinDays: 30 },
      plain("3"),
    ]);
  });

  test("hold an interest once", () => {
    expect(chooseSegments(aRules(), "never", ["1", "1"]).never).toEqual([plain("1")]);
  });

  test("of what people must like come and go one by one", () => {
    const two = addMust(addMust(aRules()));
    const filled = chooseSegments(chooseSegments(two, "must.0", ["1"]), "must.1", ["2"]);
    expect(removeMust(filled, 0).must).toEqual([[plain("2")]]);
    expect(segmentsIn(filled, "must.1")).toEqual([plain("2")]);
    expect(segmentsIn(filled, "must.7")).toEqual([]);
  });

  test("are eight at most", () => {
    let rules = aRules();
    for (let each = 0; each < 12; each++) rules = addMust(rules);
    expect(rules.must).toHaveLength(8);
  });
});

test("countries and regions come from one field", () => {
  const { countries, regions } = choosePlaces(aRules(), ["BR-SP", "IN", "BR-RJ"]);
  expect({ countries, regions }).toEqual({ countries: ["IN"], regions: ["BR-SP", "BR-RJ"] });
});

test("the youngest age is never above the oldest", () => {
  expect(startAges(aRules({ ageMax: 34 }), 45)).toMatchObject({ ageMin: 45, ageMax: 54 });
  expect(startAges(aRules({ ageMax: 34 }), 25)).toMatchObject({ ageMin: 25, ageMax: 34 });
  expect(startAges(aRules({ ageMax: 64 }), 65)).toMatchObject({ ageMin: 65, ageMax: 65 });
  expect(endAges(aRules({ ageMin: 45 }), 24)).toMatchObject({ ageMin: 18, ageMax: 24 });
  expect(endAges(aRules({ ageMin: 25 }), 34)).toMatchObject({ ageMin: 25, ageMax: 34 });
});

describe("undo", () => {
  const edit = (draft: Draft, ...countries: string[]) =>
    changeDraft(draft, { kind: "edit", rules: aRules({ countries }) });

  test("goes back and redo forth; a new edit forgets what was undone", () => {
    const two = edit(edit(openDraft(noRules), "IN"), "IN", "BR");
    const back = changeDraft(two, { kind: "undo" });
    expect(back.rules.countries).toEqual(["IN"]);
    expect(changeDraft(back, { kind: "redo" })).toEqual(two);
    expect(changeDraft(edit(back, "DE"), { kind: "redo" }).rules.countries).toEqual(["DE"]);
  });

  test("does nothing where there is nothing to undo, and an edit without a change is no step", () => {
    const draft = openDraft(noRules);
    expect(changeDraft(draft, { kind: "undo" })).toBe(draft);
    expect(changeDraft(draft, { kind: "redo" })).toBe(draft);
    expect(changeDraft(draft, { kind: "edit", rules: aRules() })).toBe(draft);
  });

  test("goes back to the saved rules when the page opened with others", () => {
    const draft = openDraft(aRules({ countries: ["IN"] }), noRules);
    expect(changeDraft(draft, { kind: "undo" }).rules).toEqual(noRules);
  });

  test("of any edits, as often as they were made, ends where they began", () => {
    fc.assert(
      fc.property(arbitraryRules, fc.array(arbitraryRules, { maxLength: 8 }), (first, edits) => {
        const all: DraftChange[] = edits.map((rules) => ({ kind: "edit", rules }));
        const there = all.reduce(changeDraft, openDraft(first));
        const back = there.past.reduce((draft) => changeDraft(draft, { kind: "undo" }), there);
        expect(back.rules).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });
});

describe("rules in an address", () => {
  test("come back the same", () => {
    fc.assert(
      fc.property(arbitraryRules, (rules) => {
        const word = encodeRules(rules);
        if (word === null) return;
        expect(word).toMatch(/^[\w-]*$/);
        expect(decodeRules(word)).toEqual(rules);
      }),
    );
  });

  test("say only what is chosen", () => {
    expect(encodeRules(noRules)).toHaveLength(3);
    expect(decodeRules(encodeRules(noRules) ?? "")).toEqual(noRules);
  });

  test("that are none, or too long, are nothing", () => {
    expect(decodeRules("not-rules")).toBeNull();
    expect(decodeRules(btoa('{"countries":["Mars"]}'))).toBeNull();
    expect(decodeRules("%%%")).toBeNull();
    const long = aRules({ any: Array.from({ length: 50 }, (_, id) => plain(`${100_000 + id}`)) });
    const longer = { ...long, must: Array.from({ length: 8 }, () => long.any) };
    expect(encodeRules(longer)).toBeNull();
  });
});
