import { expect, test } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { whatMatched } from "./what-matched";

const today = 20_500;
const me = aMember({
  number: 7,
  country: "DE",
  region: "DE-BE",
  ageBand: "25-34",
  signals: [{ segment: "410", strength: 2, day: today - 10 }],
  companies: [{ company: "c1", kind: "customer_list", day: today - 5 }],
});
const rule = (segment: string) => ({ segment, withinDays: 180 as const, minStrength: 1 as const });
const asked: Expression = {
  ...everyone,
  groups: [[rule("410"), rule("607")]],
  countries: ["DE", "FR"],
  ageBands: ["18-24", "25-34"],
};

test("a member reads their own signal, place and age, and not what others would match by", () => {
  const { reasons, gone } = whatMatched(asked, me, today);
  expect(reasons).toEqual([
    { kind: "signal", segment: "410", name: expect.any(String) },
    { kind: "place", value: "DE" },
    { kind: "age", value: "25-34" },
  ]);
  expect(gone).toBe(false);
});

test("a region says more than its country", () => {
  const { reasons } = whatMatched(
    { ...everyone, countries: ["DE"], regions: ["DE-BE"] },
    me,
    today,
  );
  expect(reasons).toEqual([{ kind: "place", value: "DE-BE" }]);
});

test("a company they work with is named, and one they are new to", () => {
  const one = { kind: null, withinDays: null };
  const both = {
    ...everyone,
    with: [
      { company: "c1", ...one },
      { company: "c2", ...one },
    ],
    newTo: [{ company: "c3", ...one }],
  };
  expect(whatMatched(both, me, today).reasons).toEqual([
    { kind: "company", company: "c1" },
    { kind: "newTo", company: "c3" },
  ]);
});

test("what was removed since is said to be gone", () => {
  expect(whatMatched(asked, { ...me, signals: [] }, today).gone).toBe(true);
});

test("an ad for anybody who said yes asked for nothing", () => {
  expect(whatMatched(everyone, me, today)).toEqual({ reasons: [], gone: false });
});
