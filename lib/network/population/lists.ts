import { iso31662 } from "iso-3166";
import { listAllowed } from "@/lib/network/segments/taxonomy";
import { type SyntheticCompany, syntheticCompanies } from "./companies";
import countryFacts from "./countries.json";
import languageFacts from "./languages.json";
import { hashText } from "./random";
import regionFacts from "./region-facts.json";

/**
 * The fixed lists that a MemberBatch's numbers point into. An index is valid within one version of the code only:
 * whatever is kept for longer (the database, a snapshot's tag) names ids and codes.
 */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  readonly populationMillions: number;
  /** Share of adults who use the messenger. */
  readonly messengerShare: number;
  readonly androidShare: number;
  readonly medianAge: number;
  readonly currency: string;
  readonly timeZone: string;
}

export interface Region {
  /** ISO 3166-2. */
  readonly code: string;
  readonly name: string;
  readonly country: string;
}

export interface Language {
  /** ISO 639, two letters where there are two. */
  readonly code: string;
  readonly name: string;
}

/** In a region column: the country has no regions, or the region is not known. */
export const noRegion = 0xffff;
/** In a language column: none of the listed languages. A member's own code for it is `unlistedLanguage`; no question names it. */
export const noLanguage = 0xfe;
/** ISO 639: undetermined. */
export const unlistedLanguage = "und";

export const countries: readonly Country[] = countryFacts.countries;
/** Grouped by country in the order of `countries`, the largest first inside each. */
export const regions: readonly Region[] = countries.flatMap((country) => regionsOf(country.code));
export const languages: readonly Language[] = listLanguages();
/** Ids of all segments that may be collected (allowed and restricted), in taxonomy order. */
export const segmentIds: readonly string[] = listAllowed().map((segment) => segment.id);
export const companies: readonly SyntheticCompany[] = syntheticCompanies;

/** Shares of the languages of each country, by country code; they need not add up to anything. */
export const languageShares: Readonly<Record<string, Readonly<Record<string, number>>>> =
  languageFacts.byCountry;

export const countryIndexes = indexesOf(countries.map((country) => country.code));
export const regionIndexes = indexesOf(regions.map((region) => region.code));
export const languageIndexes = indexesOf(languages.map((language) => language.code));
export const segmentIndexes = indexesOf(segmentIds);
export const companyIndexes = indexesOf(companies.map((company) => company.id));

function indexesOf(codes: readonly string[]): ReadonlyMap<string, number> {
  return new Map(codes.map((code, index) => [code, index]));
}

function regionsOf(country: string): Region[] {
  const only = listOf(regionFacts.only, country);
  const leftOut = listOf(regionFacts.leftOut, country);
  const first = only.length > 0 ? only : listOf(regionFacts.largestFirst, country);
  const rank = (code: string) => {
    const place = first.indexOf(code.slice(3));
    return place < 0 ? first.length + hashText(code) : place;
  };
  return iso31662
    .filter(({ parent }) => parent === country)
    .filter(({ code }) => only.length === 0 || only.includes(code.slice(3)))
    .filter(({ code }) => !leftOut.includes(code.slice(3)))
    .map(({ code, name }) => ({ code, name, country }))
    .sort((a, b) => rank(a.code) - rank(b.code));
}

function listOf(facts: Readonly<Record<string, readonly string[]>>, country: string) {
  return facts[country] ?? [];
}

function listLanguages(): Language[] {
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  const codes = new Set(
    Object.values(languageFacts.byCountry).flatMap((shares) => Object.keys(shares)),
  );
  return [...codes].sort().map((code) => ({ code, name: names.of(code) ?? code }));
}
