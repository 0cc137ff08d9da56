import taxonomy from "./taxonomy.json";

type SegmentKind = "interest" | "purchase_intent";

/** forbidden: never collected, indexed, searchable or accepted. restricted: usable, but carries its rule. */
type SegmentPolicy = "allowed" | "restricted" | "forbidden";

export interface Segment {
  readonly id: string;
  /** null for the two roots. */
  readonly parentId: string | null;
  readonly kind: SegmentKind;
  readonly name: string;
  /** Names from the root down, joined by " > ". */
  readonly path: string;
  readonly policy: SegmentPolicy;
  /** Why it is restricted or forbidden; null when allowed. */
  readonly reason: string | null;
}

const all: readonly Segment[] = readTaxonomy(taxonomy.rows);
const byId: ReadonlyMap<string, Segment> = new Map(all.map((segment) => [segment.id, segment]));
const childIds = groupByParent(all);

/** Every segment of the taxonomy in its order, forbidden ones too: for policy checks, never for a list that people see. */
export const taxonomySegments: readonly Segment[] = all;

/** Attribution that must stand wherever the taxonomy is shown or passed on. */
export const taxonomyAttribution: string = taxonomy.attribution.join(" ");

/** The segment with its policy, or null when the taxonomy has no such id. */
export const getSegment = (id: string): Segment | null => byId.get(id) ?? null;

/** A segment that may be collected, searched and asked about: everything except forbidden. */
export const isCollectable = (segment: Segment): boolean => segment.policy !== "forbidden";

/** What a marketer may choose, in taxonomy order: allowed segments and restricted ones with their reason. */
export const listAllowed = (): readonly Segment[] => all.filter(isCollectable);

/** Direct children that may be chosen; of null: the roots. A forbidden child is skipped, and its own children stand in for it. */
export function childrenOf(id: string | null): readonly Segment[] {
  return (childIds.get(id) ?? []).flatMap((child) =>
    isCollectable(child) ? [child] : childrenOf(child.id),
  );
}

/** What a parent chosen as a rule takes in below itself: its allowed descendants, without forbidden and restricted ones. */
export function descendantsOf(id: string): readonly Segment[] {
  return (childIds.get(id) ?? []).flatMap((child) =>
    child.policy === "allowed" ? [child, ...descendantsOf(child.id)] : descendantsOf(child.id),
  );
}

const covered = new Map<string, ReadonlySet<string>>();

/** Ids on which a signal satisfies a rule on `id`: itself and `descendantsOf`; none when forbidden or unknown. */
export function coveredBy(id: string): ReadonlySet<string> {
  const known = covered.get(id);
  if (known) return known;
  const segment = byId.get(id);
  if (!segment) return new Set();
  const ids = isCollectable(segment) ? [id, ...descendantsOf(id).map((below) => below.id)] : [];
  const result: ReadonlySet<string> = new Set(ids);
  covered.set(id, result);
  return result;
}

function readTaxonomy(rows: readonly (readonly string[])[]): Segment[] {
  const paths = new Map<string, string>();
  return rows.map(([id = "", parent = "", kind = "", name = "", policy = "", reason = ""]) => {
    const above = paths.get(parent);
    const path = above === undefined ? name : `${above} > ${name}`;
    paths.set(id, path);
    return {
      id,
      parentId: parent === "" ? null : parent,
      kind: kind === "purchase_intent" ? kind : "interest",
      name,
      path,
      policy: readPolicy(policy),
      reason: reason === "" ? null : reason,
    };
  });
}

/** An unknown word in the data must never open a segment. */
function readPolicy(policy: string): SegmentPolicy {
  return policy === "allowed" || policy === "restricted" ? policy : "forbidden";
}

function groupByParent(segments: readonly Segment[]): ReadonlyMap<string | null, Segment[]> {
  const groups = new Map<string | null, Segment[]>();
  for (const segment of segments) {
    const group = groups.get(segment.parentId);
    if (group) group.push(segment);
    else groups.set(segment.parentId, [segment]);
  }
  return groups;
}
