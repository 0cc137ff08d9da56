import { expect, test } from "vitest";
import { noRules } from "@/lib/audiences/rule-values";
import type { Rules } from "@/lib/audiences/rules";
import { whySeen } from "./why-seen";

const names = {
  "1": "Bicycles",
  "2": "Running",
  "3": "Camping",
  "4": "Skiing",
  "5": "Adventure travel",
};
const likes = (...segments: string[]) =>
  segments.map((segment) => ({ segment, withinDays: null, minStrength: null }));
const rules = (over: Partial<Rules>): Rules => ({ ...noRules, ...over });
const worksWith = {
  kind: "works_with" as const,
  companies: ["p1"],
  by: null,
  withinDays: null,
};

test("a person reads which of their interests and relations brought the ad", () => {
  const chosen = rules({ any: likes("1", "2"), must: [likes("5")], relationship: worksWith });
  expect(whySeen(chosen, names, "Lakeside")).toBe(
    "You see this because you like bicycles or running and adventure travel and work with Lakeside.",
  );
});

test("a long list of interests is shortened, never numbered", () => {
  expect(whySeen(rules({ any: likes("1", "2", "3", "4") }), names, null)).toBe(
    "You see this because you like bicycles, running, camping or similar things.",
  );
  expect(whySeen(rules({ any: likes("99") }), names, null)).toBe(
    "You see this because you said yes to relevant ads.",
  );
});

test("somebody new to the company is told so", () => {
  const chosen = rules({ relationship: { kind: "new_to", companies: ["p1"] } });
  expect(whySeen(chosen, names, "Lakeside")).toBe("You see this because you are new to Lakeside.");
});
