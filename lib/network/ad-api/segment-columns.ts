import type { Overview } from "@/lib/network/release/overview";
import { segmentSize } from "@/lib/network/release/segment-size";
import type { Columns } from "./answer-rows";
import type { CataloguePlace, CatalogueSegment } from "./catalogue";
import { wireRange } from "./wire-range";

/** Sizes come from the month's overview and cost nothing; they are left out until it is there. */
export function segmentColumns(overview: Overview | null): Columns<CatalogueSegment> {
  const sizeOf = (id: string) => overview && segmentSize(overview, id);
  return {
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
      const size = sizeOf(id);
      return size ? (size.hidden ? size.upper : size.lower) : undefined;
    },
    audience_size_upper_bound: ({ id }) => sizeOf(id)?.upper ?? undefined,
    nod_size: ({ id }) => {
      const size = sizeOf(id);
      return size ? wireRange(size) : undefined;
    },
  };
}

export const placeColumns: Columns<CataloguePlace> = {
  key: ({ key }) => key,
  name: ({ name }) => name,
  type: ({ type }) => type,
  country_code: ({ country }) => country,
};
