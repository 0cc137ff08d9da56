import { answerRows } from "./answer-rows";
import type { CatalogueSegment } from "./catalogue";
import { categoryFor } from "./restricted-segments";
import type { Answer, EdgeCall, Scope } from "./scope";

interface Checked {
  /** As it was asked: an id or a name. */
  readonly asked: string;
  readonly segment: CatalogueSegment | null;
}

const isValid = ({ segment }: Checked): boolean =>
  segment !== null && segment.policy !== "forbidden";

/** For each id and name whether it can be targeted, and what it takes; `targetingvalidation` and `search?type=adinterestvalid`. */
export async function validated(
  { deps }: Scope,
  wanted: { readonly ids: readonly string[]; readonly names: readonly string[] },
  edge: EdgeCall,
): Answer {
  const { catalogue } = deps;
  const byName = new Map(
    catalogue.listSegments().map((segment) => [segment.name.toLowerCase(), segment]),
  );
  const rows: Checked[] = [
    ...wanted.ids.map((id) => ({ asked: id, segment: catalogue.getSegment(id) })),
    ...wanted.names.map((name) => ({
      asked: name,
      segment: byName.get(name.toLowerCase()) ?? null,
    })),
  ];
  return answerRows(
    rows,
    ({ asked }) => asked,
    {
      id: ({ asked, segment }) => segment?.id ?? asked,
      name: ({ asked, segment }) => segment?.name ?? asked,
      valid: isValid,
      type: ({ segment }) =>
        segment ? (segment.kind === "interest" ? "interests" : "behaviors") : undefined,
      path: ({ segment }) => (segment && segment.policy !== "forbidden" ? segment.path : undefined),
      nod_policy: ({ segment }) => segment?.policy,
      nod_reason: ({ segment }) => segment?.reason ?? undefined,
      nod_special_ad_category: ({ segment }) => (segment && categoryFor(segment)) ?? undefined,
    },
    null,
    edge,
    "AdAccountTargetingUnified",
  );
}
