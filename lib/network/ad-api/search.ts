import type { Overview } from "@/lib/network/release/overview";
import { segmentSize } from "@/lib/network/release/segment-size";
import { ok, type Result } from "@/lib/result";
import type { CataloguePlace, CatalogueSegment } from "./catalogue";
import { type Fault, missing, noSuchField, wrong } from "./fault";
import { own } from "./node-type";
import { pageOf } from "./paging";
import { listParam, textParam } from "./params";
import type { Answer, EdgeCall, Scope } from "./scope";
import { wireRange } from "./wire-range";

type Column<T> = (item: T) => unknown;

/** Sizes come from the month's overview and cost nothing; they are left out until it is there. */
const segmentColumns = (
  overview: Overview | null,
): Readonly<Record<string, Column<CatalogueSegment>>> => ({
  id: ({ id }) => id,
  name: ({ name }) => name,
  path: ({ path }) => path,
  type: ({ kind }) => (kind === "interest" ? "interests" : "behaviors"),
  nod_kind: ({ kind }) => kind,
  nod_policy: ({ policy }) => policy,
  nod_reason: ({ reason }) => reason ?? undefined,
  nod_parent: ({ parent }) => parent,
  nod_parent_id: ({ parentId }) => parentId,
  audience_size_lower_bound: ({ id }) => {
    const size = overview && segmentSize(overview, id);
    return size ? (size.hidden ? size.upper : size.lower) : undefined;
  },
  audience_size_upper_bound: ({ id }) =>
    (overview && segmentSize(overview, id)?.upper) ?? undefined,
  nod_size: ({ id }) => {
    const size = overview && segmentSize(overview, id);
    return size ? wireRange(size) : undefined;
  },
});

const placeColumns: Readonly<Record<string, Column<CataloguePlace>>> = {
  key: ({ key }) => key,
  name: ({ name }) => name,
  type: ({ type }) => type,
  country_code: ({ country }) => country,
};

/** Segments whose name or path fits `q`; `targetingsearch` and `search?type=adinterest`. */
export async function searchSegments({ deps }: Scope, edge: EdgeCall): Answer {
  const query = textParam(edge.params, "q");
  if (!query) return missing("q");
  const found = deps.catalogue.searchSegments(query.slice(0, 100));
  return listed(found, ({ id }) => id, segmentColumns(deps.overview()), edge, "AdInterest");
}

/** The whole offer, parents before children; `targetingbrowse` and `search?type=adTargetingCategory`. */
export async function browseSegments({ deps }: Scope, edge: EdgeCall): Answer {
  return listed(
    deps.catalogue.listSegments(),
    ({ id }) => id,
    segmentColumns(deps.overview()),
    edge,
    "TargetingCategory",
  );
}

async function searchPlaces({ deps }: Scope, edge: EdgeCall): Answer {
  const query = textParam(edge.params, "q");
  if (!query) return missing("q");
  const types = listParam(edge.params, "location_types") ?? ["country", "region"];
  const found = deps.catalogue.searchPlaces(query.slice(0, 100));
  const wanted = found.filter(({ type }) => types.includes(type));
  return listed(wanted, ({ key }) => key, placeColumns, edge, "AdGeoLocation");
}

/** `GET /search?type=...` */
export async function search(scope: Scope, edge: EdgeCall): Answer {
  const type = textParam(edge.params, "type");
  switch (type) {
    case null:
      return missing("type");
    case "adinterest":
      return searchSegments(scope, edge);
    case "adTargetingCategory":
      return browseSegments(scope, edge);
    case "adgeolocation":
      return searchPlaces(scope, edge);
    default:
      return wrong(["type"], "type must be one of adinterest, adTargetingCategory, adgeolocation.");
  }
}

/** Without `fields` the plain columns; nod_ columns only when they are asked for. */
function listed<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  columns: Readonly<Record<string, Column<T>>>,
  edge: EdgeCall,
  type: string,
): Result<unknown, Fault> {
  const plain = Object.keys(columns).filter((name) => !name.startsWith("nod_"));
  const asked = edge.asks?.map(({ name }) => name) ?? plain;
  const unknown = asked.find((name) => !own(columns, name));
  if (unknown) return noSuchField(unknown, type);
  const page = pageOf(items, keyOf, edge);
  if (!page.ok) return page;
  const data = page.value.items.map((item) =>
    Object.fromEntries(asked.map((name) => [name, own(columns, name)?.(item)])),
  );
  return ok({ data, ...(page.value.paging && { paging: page.value.paging }) });
}
