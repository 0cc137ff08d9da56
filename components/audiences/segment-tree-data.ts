import type { Segment } from "@/lib/ad-api/objects";

export interface SegmentNode {
  readonly segment: Segment;
  readonly children: readonly SegmentNode[];
}

export const segmentOrders = ["offer", "size"] as const;
export type SegmentOrder = (typeof segmentOrders)[number];

/** The segments as a tree, in the order they come or the largest first; with words, only what is called that and what leads there. */
export function treeOf(
  segments: readonly Segment[],
  words: string,
  order: SegmentOrder = "offer",
): readonly SegmentNode[] {
  const wanted = words.trim().toLowerCase();
  const children = new Map<string | null, Segment[]>();
  const known = new Set(segments.map(({ id }) => id));
  const people = ({ size }: Segment) => size?.shown ?? 0;
  const ordered = order === "size" ? segments.toSorted((a, b) => people(b) - people(a)) : segments;
  for (const segment of ordered) {
    const parent = segment.parent_id && known.has(segment.parent_id) ? segment.parent_id : null;
    children.set(parent, [...(children.get(parent) ?? []), segment]);
  }
  const below = (parent: string | null): SegmentNode[] =>
    (children.get(parent) ?? []).flatMap((segment) => {
      const node = { segment, children: below(segment.id) };
      const fits = segment.name.toLowerCase().includes(wanted);
      return fits || node.children.length > 0 ? [node] : [];
    });
  return below(null);
}
