import { countries } from "@/lib/network/population/lists";
import { exactCount } from "@/lib/network/reach/exact-count";
import { ageBands, everyone } from "@/lib/network/reach/expression";
import type { ExactOverview, OverviewAsk } from "@/lib/network/reach/overview";
import { coveredBy } from "@/lib/network/segments/taxonomy";
import { changedMembers, fits, type Reading } from "./audience";
import { clausesOf } from "./clauses";
import type { Counted } from "./gather";
import { text } from "./sql";

/**
 * The overview from one look at every member's row: v is ["cell", segment, country, age] or ["pair", branch, branch], segments
 * and branches by their place in the ask.
 */
export function overviewSql(reading: Reading, ask: OverviewAsk, today: number): string {
  const { database } = reading.place;
  const columns = "country, age, consent, signals";
  const rows = `SELECT ${columns} FROM ${database}.members FINAL
WHERE gone = 0 AND member NOT IN (SELECT member FROM ${database}.fresh WHERE epoch >= ${reading.epoch})
UNION ALL SELECT ${columns} FROM ${changedMembers(reading)}`;
  const held = (ids: readonly string[], most: number) => heldPlaces(ids, most, today - 180);
  const cells = "arrayMap(s -> ['cell', toString(s), country, age], segments)";
  const after = "arrayMap(b -> ['pair', toString(a), toString(b)], arraySlice(branches, i + 1))";
  const pairs = `arrayFold((all, a, i) -> arrayConcat(all, ${after}), branches, arrayEnumerate(branches), CAST([], 'Array(Array(String))'))`;
  return `SELECT v, count() AS n FROM (
  SELECT arrayJoin(arrayConcat(${cells}, ${pairs})) AS v FROM (
    SELECT toString(country) AS country, toString(age) AS age, ${held(ask.segments, ask.mostSegments)} AS segments,
      ${held(ask.branches, ask.mostBranches)} AS branches
    FROM (${rows}) WHERE ${fits(clausesOf(everyone, today))}))
GROUP BY v`;
}

/** The first so many places in the list of those that hold for a member's signals, ascending. */
function heldPlaces(ids: readonly string[], most: number, since: number): string {
  const placesOf = new Map<string, number[]>();
  ids.forEach((id, place) => {
    for (const covered of coveredBy(id)) {
      const places = placesOf.get(covered) ?? [];
      places.push(place);
      placesOf.set(covered, places);
    }
  });
  if (placesOf.size === 0) return "CAST([], 'Array(UInt16)')";
  const known = [...placesOf.keys()].map(text).join(", ");
  const numbers = [...placesOf.keys()].map((_, i) => i + 1).join(", ");
  const places = [...placesOf.values()].map((list) => `[${list.join(", ")}]`).join(", ");
  // `transform` finds a place in constant time; 0 is the empty entry at the end's front.
  const entry = `CAST([[], ${places}], 'Array(Array(UInt16))')[transform(toString(s.1), [${known}], [${numbers}], 0) + 1]`;
  return `arraySlice(arraySort(arrayDistinct(arrayFlatten(arrayMap(s -> ${entry}, arrayFilter(s -> s.3 >= ${since}, signals))))), 1, ${most})`;
}

/** Puts the counted cells and pairs in their places. */
export function readOverview(counted: readonly Counted[], ask: OverviewAsk): ExactOverview {
  const zeros = (length: number) => new Array<number>(length).fill(0);
  const totals = zeros(ask.segments.length);
  const byCountry = ask.segments.map(() => zeros(countries.length));
  const byAge = ask.segments.map(() => zeros(ageBands.length));
  const pairs = ask.branches.map(() => zeros(ask.branches.length));
  const bands: readonly string[] = ageBands;
  const placeOfCountry = new Map(countries.map(({ code }, i) => [code, i]));
  const add = (list: number[] | undefined, place: number, people: number) => {
    if (list && place >= 0) list[place] = (list[place] ?? 0) + people;
  };
  for (const { values, people } of counted) {
    const [kind, first = "", second = "", third = ""] = values;
    if (kind === "pair") add(pairs[Number(first)], Number(second), people);
    else {
      add(totals, Number(first), people);
      add(byCountry[Number(first)], placeOfCountry.get(second) ?? -1, people);
      add(byAge[Number(first)], bands.indexOf(third), people);
    }
  }
  return {
    totals: totals.map(exactCount),
    byCountry: byCountry.map((row) => row.map(exactCount)),
    byAge: byAge.map((row) => row.map(exactCount)),
    pairs: pairs.flatMap((row, a) => row.slice(a + 1).map(exactCount)),
  };
}
