import { expect, test } from "vitest";
import { getSegment, taxonomySegments } from "@/lib/network/segments/taxonomy";
import { companyModels } from "./company-model";
import {
  companies,
  companyIndexes,
  countries,
  countryIndexes,
  languageIndexes,
  languageShares,
  languages,
  noRegion,
  regionIndexes,
  regions,
  segmentIds,
  segmentIndexes,
} from "./lists";
import regionFacts from "./region-facts.json";
import topicAppeal from "./topic-appeal.json";

test("every list maps its ids to their places and back, without doubles", () => {
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
  const pairs = [
    { list: codes(countries), indexes: countryIndexes },
    { list: codes(regions), indexes: regionIndexes },
    { list: codes(languages), indexes: languageIndexes },
    { list: segmentIds, indexes: segmentIndexes },
    { list: companies.map(({ id }) => id), indexes: companyIndexes },
  ];
  for (const { list, indexes } of pairs) {
    expect(new Set(list).size).toBe(list.length);
    expect([...indexes.keys()]).toEqual([...list]);
    expect([...indexes.values()]).toEqual(list.map((_, index) => index));
  }
});

test("lists fit the columns that point into them", () => {
  expect(countries).toHaveLength(60);
  expect(languages.length).toBeLessThan(256);
  expect(regions.length).toBeLessThan(noRegion);
  expect(companies).toHaveLength(400);
});

test("no forbidden segment has a place in the list", () => {
  expect(segmentIds.filter((id) => getSegment(id)?.policy === "forbidden")).toEqual([]);
  const kept = taxonomySegments.filter((segment) => segment.policy !== "forbidden");
  expect(segmentIds).toEqual(kept.map((segment) => segment.id));
});

test("regions are those of their country, in one stretch each, the largest first", () => {
  for (const { code, country } of regions) expect(code.startsWith(`${country}-`)).toBe(true);
  expect(regions.map(({ country }) => country)).toEqual(
    countries.flatMap(({ code }) =>
      regions.filter(({ country }) => country === code).map(() => code),
    ),
  );
  expect(regions.filter(({ country }) => country === "BR")[0]?.name).toBe("São Paulo");
  expect(regions.filter(({ country }) => country === "GB")).toHaveLength(4);
  const without = countries.filter(({ code }) => !regions.some(({ country }) => country === code));
  expect(without.map(({ code }) => code)).toEqual(["HK"]);
});

test("every region that the facts name exists", () => {
  const named = (facts: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(facts).flatMap(([country, codes]) => codes.map((code) => `${country}-${code}`));
  const unknown = [...named(regionFacts.only), ...named(regionFacts.largestFirst)].filter(
    (code) => !regionIndexes.has(code),
  );
  expect(unknown).toEqual([]);
  expect(named(regionFacts.leftOut).filter((code) => regionIndexes.has(code))).toEqual([]);
});

test("every country has languages with names", () => {
  for (const { code } of countries) {
    expect(Object.keys(languageShares[code] ?? {}).length).toBeGreaterThan(0);
  }
  for (const { code, name } of languages) {
    expect(code).toMatch(/^[a-z]{2,3}$/);
    expect(name).not.toBe(code);
  }
});

test("topics of the taste table are branches of the taxonomy, and their favourites stand below them", () => {
  for (const [id, topic] of Object.entries(topicAppeal.topics)) {
    expect(getSegment(getSegment(id)?.parentId ?? "")?.parentId).toBe(null);
    for (const favourite of "first" in topic ? topic.first : []) {
      expect(getSegment(favourite)?.path).toContain(`${getSegment(id)?.path} > `);
      expect(getSegment(favourite)?.policy).toBe("allowed");
    }
  }
});

test("company ids are slugs, and every country knows at least three companies of its own", () => {
  for (const { id, name } of companies) {
    expect(id).toMatch(/^[a-z]+-[a-z]+$/);
    expect(name.toLowerCase().replace(" ", "-")).toBe(id);
  }
  const knownBy = companies.map(
    (_, company) => companyModels.filter(({ known }) => known.includes(company)).length,
  );
  expect(knownBy.filter((people) => people === countries.length)).toHaveLength(80);
  expect(knownBy.filter((people) => people === 1)).toHaveLength(320);
  for (const { known } of companyModels) expect(known.length).toBeGreaterThanOrEqual(83);
});
