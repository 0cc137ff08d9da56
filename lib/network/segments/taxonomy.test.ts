import { expect, test } from "vitest";
import { searchSegments } from "./search-segments";
import { acceptSegment } from "./segment-policy";
import {
  childrenOf,
  coveredBy,
  descendantsOf,
  getSegment,
  isCollectable,
  listAllowed,
  taxonomyAttribution,
  taxonomySegments,
} from "./taxonomy";

const forbidden = taxonomySegments.filter((segment) => segment.policy === "forbidden");

test("every segment has one id, a parent that stands before it and a path of names", () => {
  const seen = new Set<string>();
  for (const segment of taxonomySegments) {
    expect(seen.has(segment.id)).toBe(false);
    seen.add(segment.id);
    if (segment.parentId === null) continue;
    expect(seen.has(segment.parentId)).toBe(true);
    expect(segment.path).toBe(`${getSegment(segment.parentId)?.path} > ${segment.name}`);
  }
});

test("1,273 of the 1,361 segments may be collected", () => {
  expect(taxonomySegments).toHaveLength(1361);
  expect(listAllowed()).toHaveLength(1273);
  expect(forbidden).toHaveLength(88);
});

test("allowed segments need no reason, all others name theirs", () => {
  for (const { policy, reason } of taxonomySegments) {
    expect(reason === null).toBe(policy === "allowed");
  }
});

test("a person who chooses food and drink does not choose alcohol, nor allergies", () => {
  const names = descendantsOf("368").map((segment) => segment.name);
  expect(names).toContain("Cooking");
  expect(names).not.toContain("Alcoholic Beverages");
  expect(names).not.toContain("Food Allergies");
});

test("policy is not inherited: crime news is allowed although news and politics is forbidden", () => {
  expect(getSegment("522")?.policy).toBe("forbidden");
  expect(descendantsOf("206").map((segment) => segment.path)).toContain(
    "Interest > News and Politics > Crime",
  );
  expect(childrenOf("206").map((segment) => segment.name)).toContain("Crime");
  expect(childrenOf("206").map((segment) => segment.name)).not.toContain("News and Politics");
});

test("browsing down from the roots shows everything that may be chosen, once", () => {
  const browse = (id: string | null): string[] =>
    childrenOf(id).flatMap((segment) => [segment.id, ...browse(segment.id)]);
  expect(browse(null).sort()).toEqual(
    listAllowed()
      .map((segment) => segment.id)
      .sort(),
  );
});

test("a rule covers the segment itself and its allowed descendants, never a forbidden one", () => {
  for (const segment of taxonomySegments) {
    const covered = coveredBy(segment.id);
    expect(covered.has(segment.id)).toBe(isCollectable(segment));
    for (const id of covered) {
      if (id !== segment.id) expect(getSegment(id)?.policy).toBe("allowed");
    }
  }
  expect(coveredBy("999999").size).toBe(0);
});

test("search finds no forbidden segment, by its name or by its path", () => {
  for (const { name, path } of forbidden) {
    const found = [...searchSegments(name, 2000), ...searchSegments(path, 2000)];
    expect(found.filter((segment) => segment.policy === "forbidden")).toEqual([]);
  }
});

test("the name of a forbidden branch leads to nothing below it", () => {
  expect(searchSegments("politics")).toEqual([]);
  expect(searchSegments("weather")[0]?.name).toBe("Weather");
});

test("search puts names before words in names before paths", () => {
  expect(searchSegments("soccer")[0]?.name).toBe("Soccer");
  const found = searchSegments("cook", 100).map((segment) => segment.name);
  expect(found).toContain("Cooking");
  expect(found.indexOf("Cooking")).toBeLessThan(found.indexOf("Healthy Cooking and Eating"));
  const sport = searchSegments("sports", 300);
  const byName = sport.findIndex((segment) => !/\bsports/i.test(segment.name));
  expect(sport.slice(byName).every((segment) => !/\bsports/i.test(segment.name))).toBe(true);
});

test("search takes words in any order, without accents, case or punctuation", () => {
  expect(searchSegments("DRINK food")[0]?.name).toBe("Food & Drink");
  expect(searchSegments("fóod & drink")[0]?.name).toBe("Food & Drink");
  expect(searchSegments("  ")).toEqual([]);
  expect(searchSegments("zzzz")).toEqual([]);
  expect(searchSegments("interest", 7)).toHaveLength(7);
});

test("a forbidden segment is refused with its category, a restricted one keeps its rule", () => {
  const allergies = acceptSegment("374");
  expect(allergies.ok).toBe(false);
  expect(allergies).toMatchObject({ error: { code: "forbidden_segment" } });
  expect(JSON.stringify(allergies)).toContain("health");
  expect(acceptSegment("369")).toMatchObject({
    ok: true,
    value: { reason: "alcohol: legal drinking age of the country" },
  });
  expect(acceptSegment("999999")).toMatchObject({ error: { code: "unknown_segment" } });
});

test("the attribution of the taxonomy travels with it", () => {
  expect(taxonomyAttribution).toContain("IAB Tech Lab");
  expect(taxonomyAttribution).toContain("CC BY 3.0");
});
