import type { Segment } from "@/lib/ad-api/objects";

export interface SegmentNode {
  readonly segment: Segment;
  readonly children: readonly SegmentNode[];
}

/** The segments as a tree, in the order they come; with words, only what is called that and what leads there. */
export function treeOf(segments: readonly Segment[], words: string): readonly SegmentNode[] {
  const wanted = words.trim().toLowerCase();
  const children = new Map<string | null, Segment[]>();
  const known = new Set(segments.map(({ id }) => id));
  for (const segment of segments) {
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
