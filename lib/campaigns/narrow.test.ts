import { expect, test } from "vitest";
import { noRules } from "@/lib/audiences/rule-values";
import type { Rules } from "@/lib/audiences/rules";
import { narrowing, rulesToSend } from "./narrow";

const riders: Rules = { ...noRules, countries: ["IN"], any: [rule("380")] };
const on = { companyId: "lakeside", onlyCompanyPeople: true };

function rule(segment: string) {
  return { segment, withinDays: null, minStrength: null };
}

test("an audience of anyone is narrowed to people who already work with the company", () => {
  expect(narrowing(riders, "lakeside")).toEqual({ kind: "narrows" });
  expect(rulesToSend(riders, on)).toEqual({
    ...riders,
    relationship: { kind: "works_with", companies: ["lakeside"], by: null, withinDays: null },
  });
});

test("with the switch off, the audience goes out as it was saved", () => {
  expect(rulesToSend(riders, { ...on, onlyCompanyPeople: false })).toBe(riders);
});

test("of several companies' people only the chosen company's are kept, as fresh as was asked", () => {
  const several: Rules = {
    ...riders,
    relationship: {
      kind: "works_with",
      companies: ["lakeside", "harbour"],
      by: "conversation",
      withinDays: 30,
    },
  };
  expect(rulesToSend(several, on).relationship).toEqual({
    kind: "works_with",
    companies: ["lakeside"],
    by: "conversation",
    withinDays: 30,
  });
});

test("an audience that says so itself is not changed", () => {
  const already: Rules = {
    ...riders,
    relationship: { kind: "works_with", companies: ["lakeside"], by: null, withinDays: null },
  };
  expect(narrowing(already, "lakeside")).toEqual({ kind: "already" });
  expect(rulesToSend(already, on)).toBe(already);
});

test("people new to a company, or another company's people, are never turned into this one's", () => {
  const newcomers: Rules = { ...riders, relationship: { kind: "new_to", companies: ["lakeside"] } };
  expect(narrowing(newcomers, "lakeside")).toEqual({ kind: "cannot", because: "new_to" });
  expect(rulesToSend(newcomers, on)).toBe(newcomers);
  const theirs: Rules = {
    ...riders,
    relationship: { kind: "works_with", companies: ["harbour"], by: null, withinDays: null },
  };
  expect(narrowing(theirs, "lakeside")).toEqual({ kind: "cannot", because: "other_company" });
  expect(rulesToSend(theirs, on)).toBe(theirs);
});
