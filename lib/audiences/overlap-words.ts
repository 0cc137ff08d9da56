import type { AudienceOverlap } from "@/lib/ad-api/ad-api";
import type { Range } from "@/lib/ad-api/panel";
import { joinAnd } from "@/lib/format/list";
import { formatPeople } from "@/lib/format/people";

const people = (range: Range): string =>
  range.hidden ? `fewer than ${formatPeople(range.upper)}` : `about ${formatPeople(range.shown)}`;

/** "Start with A: about 410K. Adding B brings about 35K more." One sentence a step; nothing is added up here. */
export const sayOrder = (
  { order }: Pick<AudienceOverlap, "order">,
  names: readonly string[],
): readonly string[] =>
  order.map(({ place, adds }, step) => {
    const name = names[place] ?? "";
    return step === 0
      ? `Start with ${name}: ${people(adds)} people.`
      : `Adding ${name} brings ${people(adds)} more.`;
  });

/** Who is in a cell: "only Riders", "Riders and Runners". */
export const sayPlaces = (places: readonly number[], names: readonly string[]): string => {
  const own = places.map((place) => names[place] ?? "");
  return own.length === 1 ? `only ${own[0]}` : joinAnd(own);
};

type Cell = AudienceOverlap["cells"][number];

/** Cells to draw, the largest first, and how many are too small to show. */
export function drawnCells(
  { cells }: Pick<AudienceOverlap, "cells">,
  most: number,
): { readonly drawn: readonly Cell[]; readonly rest: number; readonly hidden: number } {
  const visible = cells
    .filter(({ range }) => !range.hidden)
    .sort((a, b) => b.range.shown - a.range.shown);
  return {
    drawn: visible.slice(0, most),
    rest: Math.max(0, visible.length - most),
    hidden: cells.length - visible.length,
  };
}
