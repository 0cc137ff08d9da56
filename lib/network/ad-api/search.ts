import { ok } from "@/lib/result";
import { answerRows, type Columns } from "./answer-rows";
import type { CatalogueSegment } from "./catalogue";
import { missing, wrong } from "./fault";
import { listParam, type Params, textParam } from "./params";
import type { Answer, EdgeCall, Scope } from "./scope";
import { placeColumns, segmentColumns } from "./segment-columns";
import { suggested } from "./targeting-suggestions";
import { validated } from "./targeting-validation";

/** Segments as rows of an answer. */
export const answerSegments = (
  { deps }: Scope,
  segments: readonly CatalogueSegment[],
  edge: EdgeCall,
  type: string,
) => answerRows(segments, ({ id }) => id, segmentColumns(deps.overview()), null, edge, type);

/** Segments whose name or path fits `q`; `targetingsearch` and `search?type=adinterest`. */
export async function searchSegments(scope: Scope, edge: EdgeCall): Answer {
  const query = textParam(edge.params, "q");
  if (!query) return missing("q");
  const found = scope.deps.catalogue.searchSegments(query.slice(0, 100));
  return answerSegments(scope, ofClass(found, edge.params), edge, "AdInterest");
}

/** The whole offer, parents before children; `targetingbrowse` and `search?type=adTargetingCategory`. */
export const browseSegments = async (scope: Scope, edge: EdgeCall): Answer =>
  answerSegments(
    scope,
    ofClass(scope.deps.catalogue.listSegments(), edge.params),
    edge,
    "TargetingCategory",
  );

/** Only interests, or only what people mean to buy. */
function ofClass(segments: readonly CatalogueSegment[], params: Params) {
  const wanted = textParam(params, "class") ?? textParam(params, "limit_type");
  if (wanted === null) return segments;
  return segments.filter(({ kind }) => (kind === "interest") === (wanted === "interests"));
}

/** Names of segments that there are: as they are written, whatever the case. */
async function validInterests(scope: Scope, edge: EdgeCall): Answer {
  const { params } = edge;
  const ids = listParam(params, "interest_fbid_list") ?? [];
  const names = listParam(params, "interest_list") ?? [];
  if (ids.length + names.length === 0) return missing("interest_list");
  return validated(scope, { ids, names }, edge);
}

async function suggestInterests(scope: Scope, edge: EdgeCall): Answer {
  const names = listParam(edge.params, "interest_list");
  if (!names) return missing("interest_list");
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const { deps } = scope;
  const chosen = deps.catalogue.listSegments().filter(({ name }) => wanted.has(name.toLowerCase()));
  const near = suggested(
    deps.catalogue,
    deps.overview(),
    chosen.map(({ id }) => id),
  );
  return answerSegments(scope, near, edge, "AdInterest");
}

async function searchPlaces({ deps }: Scope, edge: EdgeCall): Answer {
  const query = textParam(edge.params, "q");
  if (!query) return missing("q");
  const types = listParam(edge.params, "location_types") ?? ["country", "region"];
  const within = textParam(edge.params, "country_code");
  const found = deps.catalogue.searchPlaces(query.slice(0, 100));
  const wanted = found.filter(
    ({ type, country }) => types.includes(type) && (within === null || country === within),
  );
  return answerRows(wanted, ({ key }) => key, placeColumns, null, edge, "AdGeoLocation");
}

/** Names of places by their keys, by kind, as Meta answers them. */
async function describePlaces({ deps }: Scope, edge: EdgeCall): Answer {
  const asked = (["countries", "regions"] as const).map((name) => ({
    name,
    keys: listParam(edge.params, name) ?? [],
  }));
  if (asked.every(({ keys }) => keys.length === 0)) return missing("countries");
  const all: Record<string, unknown> = {};
  for (const { name, keys } of asked) {
    const places = keys.slice(0, 200).flatMap((key) => deps.catalogue.getPlace(key) ?? []);
    all[name] = Object.fromEntries(
      places.map(({ key, name: called, type, country }) => [
        key,
        { key, name: called, type, country_code: country },
      ]),
    );
  }
  return ok({ data: all });
}

interface Coded {
  readonly key: string;
  readonly name: string;
}
const codedColumns: Columns<Coded> = { key: ({ key }) => key, name: ({ name }) => name };

const startsWith = (list: readonly Coded[], query: string | null) =>
  list.filter(({ name }) => name.toLowerCase().startsWith((query ?? "").toLowerCase()));

const searchCoded = async (list: readonly Coded[], edge: EdgeCall, type: string): Answer =>
  answerRows(
    startsWith(list, textParam(edge.params, "q")),
    ({ key }) => key,
    codedColumns,
    null,
    edge,
    type,
  );

const searches: Readonly<Record<string, (scope: Scope, edge: EdgeCall) => Answer>> = {
  adinterest: searchSegments,
  adinterestvalid: validInterests,
  adinterestsuggestion: suggestInterests,
  adTargetingCategory: browseSegments,
  adgeolocation: searchPlaces,
  adgeolocationmeta: describePlaces,
  adlocale: ({ deps }, edge) => searchCoded(deps.catalogue.listLanguages(), edge, "AdLocale"),
  adcountry: ({ deps }, edge) => searchCoded(deps.catalogue.listCountries(), edge, "AdCountry"),
};

/** `GET /search?type=...` */
export async function search(scope: Scope, edge: EdgeCall): Answer {
  const type = textParam(edge.params, "type");
  if (type === null) return missing("type");
  const run = Object.hasOwn(searches, type) ? searches[type] : undefined;
  return run
    ? run(scope, edge)
    : wrong(["type"], `type must be one of ${Object.keys(searches).join(", ")}.`);
}
