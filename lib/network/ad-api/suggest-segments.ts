import type { Expression } from "@/lib/network/reach/expression";
import { likelyGains } from "@/lib/network/release/likely-gain";
import type { Overview } from "@/lib/network/release/overview";
import type { ReleasedCount } from "@/lib/network/release/released";
import type { Catalogue } from "./catalogue";

/** One more segment for a box, with about how many people it would add. */
export interface Suggestion {
  /** any | must.0 | must.1 ... as in what each choice keeps. */
  readonly box: string;
  readonly id: string;
  readonly name: string;
  readonly gain: number;
}

const mostPerBox = 3;
/** Smaller gains are within the range of the number itself. */
const leastShare = 0.02;
const leastPeople = 500;

/**
 * Segments beside and below the chosen ones, those with the largest gain first. Free, because everything comes from the
 * month's overview and the number just shown; choosing one asks a real question.
 */
export function suggestSegments(
  catalogue: Catalogue,
  overview: Overview,
  expression: Expression,
  boxes: readonly string[],
  fits: ReleasedCount,
): readonly Suggestion[] {
  const taken = new Set(
    [...expression.groups.flat(), ...expression.never].flatMap(({ segment }) => [
      segment,
      ...above(catalogue, segment),
    ]),
  );
  return boxes.flatMap((box, group) => {
    const chosen = (expression.groups[group] ?? []).map(({ segment }) => segment);
    const near = nearby(catalogue, chosen).filter((id) => !taken.has(id));
    const least = Math.max(leastPeople, leastShare * fits.shown);
    return likelyGains(overview, expression, fits, group, near)
      .filter(({ people }) => people >= least)
      .sort((a, b) => b.people - a.people)
      .slice(0, mostPerBox)
      .map(({ segment, people }) => ({
        box,
        id: segment,
        name: catalogue.getSegment(segment)?.name ?? segment,
        gain: twoDigits(people),
      }));
  });
}

/** What is under a chosen segment is in it already, so only its neighbours can add people. */
function nearby(catalogue: Catalogue, chosen: readonly string[]): readonly string[] {
  const parents = new Set(
    chosen.flatMap((id) => {
      const parent = catalogue.getSegment(id)?.parentId ?? null;
      const isRoot = parent !== null && catalogue.getSegment(parent)?.parentId === null;
      return parent === null || isRoot ? [] : parent;
    }),
  );
  return catalogue
    .listSegments()
    .filter(
      ({ parentId, policy }) => parentId !== null && parents.has(parentId) && policy === "allowed",
    )
    .map(({ id }) => id);
}

function above(catalogue: Catalogue, id: string): readonly string[] {
  const parent = catalogue.getSegment(id)?.parentId ?? null;
  return parent === null ? [] : [parent, ...above(catalogue, parent)];
}

function twoDigits(people: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return Math.round(people / unit) * unit;
}
