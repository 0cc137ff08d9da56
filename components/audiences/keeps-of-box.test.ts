import { expect, test } from "vitest";
import { aRules } from "@/lib/audiences/testing";
import { aRange } from "@/lib/audiences/testing-world";
import { keepsOfBox } from "./keeps-of-box";

const like = [{ segment: "1", withinDays: null, minStrength: null }];
const rules = aRules({ any: like, must: [[], like], never: like });
const keep = (rule: string, share: number | null, refused = false) => ({
  ...{ rule, share, refused, range: aRange(5_000) },
});
const keeps = [keep("any", 0.5), keep("must.0", 0.25), keep("never", 0.95)];

test("each box says what it keeps, and the last one what it removes", () => {
  expect(keepsOfBox("any", rules, rules, keeps)).toBe("keeps about 1 in 2");
  expect(keepsOfBox("never", rules, rules, keeps)).toBe("removes about 5%");
});

test("a box after an empty one finds its own share", () => {
  expect(keepsOfBox("must.1", rules, rules, keeps)).toBe("keeps about 1 in 4");
  expect(keepsOfBox("must.0", rules, rules, keeps)).toBeNull();
});

test("nothing is said before there is an answer, and too few are not guessed at", () => {
  expect(keepsOfBox("any", rules, null, keeps)).toBeNull();
  expect(keepsOfBox("any", rules, rules, [keep("any", null)])).toBe("too few to say");
  expect(keepsOfBox("any", rules, rules, [])).toBeNull();
});

test("what the budget refused is not called too few", () => {
  expect(keepsOfBox("any", rules, rules, [keep("any", null, true)])).toBe("not asked");
  expect(keepsOfBox("any", rules, rules, [keep("any", 0.5, true)])).toBe("keeps about 1 in 2");
});
