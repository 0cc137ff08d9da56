import { expect, test } from "vitest";
import { sayWeek } from "./answer-week";
import { partNotes } from "./part-notes";
import { aPanel, aPartEach } from "./testing-world";

const now = new Date("2026-03-05T10:00:00Z");
const thisWeek = { as_of: "2026-03-02T00:00:00.000Z", refused: null };
const parts = aPartEach(thisWeek);

test("a panel of this week says nothing of its parts", () => {
  expect(partNotes(aPanel({ nod_parts: parts }), now)).toEqual([]);
});

test("a part of an earlier week says which", () => {
  const older = { ...parts, nod_keeps: { as_of: "2026-02-16T00:00:00.000Z", refused: null } };
  expect(partNotes(aPanel({ nod_parts: older }), now)).toEqual([
    "What each choice keeps: counted in the week of 16 Feb 2026.",
  ]);
});

test("a refused part says why, and whether anything of it is there", () => {
  const refused = {
    ...parts,
    nod_keeps: { ...thisWeek, refused: "budget_spent" as const },
    nod_messaging_only: { as_of: null, refused: "budget_spent" as const },
  };
  expect(partNotes(aPanel({ nod_parts: refused }), now)).toEqual([
    "New estimates ran out on the way. Not asked: who is on messaging only and what each choice keeps in part.",
  ]);
});

test("an answer is this week's until the next Monday", () => {
  const monday = "2026-03-02T00:00:00.000Z";
  expect(sayWeek(monday, new Date("2026-03-08T23:59:59Z"))).toBe("counted this week");
  expect(sayWeek(monday, new Date("2026-03-09T00:00:00Z"))).toContain("week of 2 Mar 2026");
});
