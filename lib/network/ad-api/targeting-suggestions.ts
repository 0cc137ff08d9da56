import type { Overview } from "@/lib/network/release/overview";
import { segmentSize } from "@/lib/network/release/segment-size";
import type { Catalogue, CatalogueSegment } from "./catalogue";

/**
 * Segments beside and below the named ones, the largest first, as far as the month's overview knows their sizes. Free: nothing
 * about people is asked.
 */
export function suggested(
  catalogue: Catalogue,
  overview: Overview | null,
  ids: readonly string[],
): readonly CatalogueSegment[] {
  const chosen = new Set(ids);
  const parents = new Set<string>();
  for (const id of ids) {
    const parent = catalogue.getSegment(id)?.parentId ?? null;
    const isRoot = parent !== null && catalogue.getSegment(parent)?.parentId === null;
    if (parent !== null && !isRoot) parents.add(parent);
  }
  const sizes = new Map<string, number>();
  const near = catalogue.listSegments().filter(({ id, parentId, policy }) => {
    if (parentId === null || chosen.has(id) || policy !== "allowed") return false;
    if (!parents.has(parentId) && !chosen.has(parentId)) return false;
    sizes.set(id, (overview && segmentSize(overview, id)?.shown) ?? 0);
    return true;
  });
  return near.sort((a, b) => (sizes.get(b.id) ?? 0) - (sizes.get(a.id) ?? 0));
}
