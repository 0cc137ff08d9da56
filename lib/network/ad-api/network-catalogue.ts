import {
  companyIndexes,
  countries,
  languageIndexes,
  regions,
} from "@/lib/network/population/lists";
import { searchSegments } from "@/lib/network/segments/search-segments";
import {
  childrenOf,
  getSegment,
  isCollectable,
  listAllowed,
  type Segment,
} from "@/lib/network/segments/taxonomy";
import type { Catalogue, CataloguePlace, CatalogueSegment } from "./catalogue";
import { suggestedCategory } from "./sensitive-text";

const toSegment = (segment: Segment): CatalogueSegment => ({
  id: segment.id,
  name: segment.name,
  path: segment.path.split(" > "),
  kind: segment.kind === "interest" ? "interest" : "purchase",
  policy: segment.policy,
  reason: segment.reason,
  parentId: offeredParent(segment),
  parent: childrenOf(segment.id).length > 0,
});

const offer: readonly CatalogueSegment[] = listAllowed().map(toSegment);

/** The nearest ancestor that may be chosen, as `childrenOf` has it: a forbidden one is skipped. */
function offeredParent({ parentId }: Segment): string | null {
  const parent = parentId === null ? null : getSegment(parentId);
  if (!parent) return null;
  return isCollectable(parent) ? parent.id : offeredParent(parent);
}

const places: readonly CataloguePlace[] = [
  ...countries.map(({ code, name }) => ({
    key: code,
    name,
    type: "country" as const,
    country: code,
  })),
  ...regions.map(({ code, name, country }) => ({
    key: code,
    name,
    type: "region" as const,
    country,
  })),
];
const placesByKey = new Map(places.map((place) => [place.key, place]));

const languageNames = new Intl.DisplayNames("en", { type: "language" });
const languages = [...languageIndexes.keys()]
  .sort()
  .map((code) => ({ key: code, name: languageNames.of(code) ?? code }));

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const placeNames = places.map((place) => ({ place, name: plain(place.name) }));

/** Countries before regions; names that start with the query before names with a later word that does. */
function searchPlaces(query: string): readonly CataloguePlace[] {
  const asked = plain(query).trim();
  if (asked === "") return [];
  const starting = placeNames.filter(({ name }) => name.startsWith(asked));
  const inside = placeNames.filter(
    ({ name }) => !name.startsWith(asked) && /[\s\-(]/.test(name) && words(name, asked),
  );
  const coded = placeNames.filter(({ place }) => place.key.toLowerCase() === asked);
  return [...new Set([...coded, ...starting, ...inside])].map(({ place }) => place);
}

const words = (name: string, asked: string): boolean =>
  name.split(/[\s\-(]+/).some((word) => word.startsWith(asked));

/** The synthetic network's segments, places, languages and companies. */
export const networkCatalogue: Catalogue = {
  getSegment: (id) => {
    const segment = getSegment(id);
    return segment && toSegment(segment);
  },
  searchSegments: (query) => searchSegments(query, 100).map(toSegment),
  listSegments: () => offer,
  getPlace: (key) => placesByKey.get(key) ?? null,
  searchPlaces,
  listCountries: () => countries.map(({ code, name }) => ({ key: code, name })),
  listLanguages: () => languages,
  hasLanguage: (code) => languageIndexes.has(code),
  hasCompany: (id) => companyIndexes.has(id),
  refuseText: suggestedCategory,
};
