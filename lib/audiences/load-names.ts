import type { AdApi } from "@/lib/ad-api/ad-api";
import type { Client } from "@/lib/workspace/actor";
import { languageNames, type Names } from "./names";
import type { Rules } from "./rules";

export type NamesApi = Pick<AdApi, "browseSegments" | "searchPlaces">;

/** The words for everything that some rules name. What the network does not answer stands for itself. */
export async function loadNames(
  adApi: NamesApi,
  rules: readonly Rules[],
  clients: readonly Client[],
): Promise<Names> {
  const segmentIds = new Set(
    rules.flatMap(({ any, must, never }) =>
      [any, ...must, never].flat().map((rule) => rule.segment),
    ),
  );
  const placeKeys = [...new Set(rules.flatMap((each) => [...each.countries, ...each.regions]))];
  const [segments, places] = await Promise.all([
    segmentIds.size > 0 ? adApi.browseSegments() : null,
    Promise.all(placeKeys.map((key) => placeName(adApi, key))),
  ]);
  const named = segments?.ok ? segments.value.filter(({ id }) => segmentIds.has(id)) : [];
  const companies = clients.flatMap((client) => client.companies);
  return {
    segments: Object.fromEntries(named.map(({ id, name }) => [id, name])),
    places: Object.fromEntries(places),
    companies: Object.fromEntries(companies.map(({ id, name }) => [id, name])),
    languages: languageNames(),
  };
}

/** The network finds a place by its code, too. */
async function placeName(adApi: NamesApi, key: string): Promise<readonly [string, string]> {
  const found = await adApi.searchPlaces(key);
  const place = found.ok ? found.value.find((each) => each.key === key) : undefined;
  return [key, place?.name ?? key];
}
