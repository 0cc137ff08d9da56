import { countries, regions } from "@/lib/network/population/lists";
import type { SetDimensions } from "@/lib/network/reach/engine";
import { ageBands, devices, type Expression, genders } from "@/lib/network/reach/expression";

/** What a report's rows may be split by. */
export const breakdowns = [
  "age",
  "gender",
  "age,gender",
  "country",
  "region",
  "impression_device",
  "publisher_platform",
  "frequency_value",
] as const;
export type Breakdown = (typeof breakdowns)[number];

/** Breakdowns whose people are counted, each in one cell; the others are computed from released numbers. */
export type CountedBreakdown = Exclude<Breakdown, "publisher_platform" | "frequency_value">;

export interface Cells {
  readonly by: SetDimensions;
  /** Every cell there could be, in order. */
  readonly domain: readonly (readonly string[])[];
}

/** The cells of a breakdown over people whom these audiences may reach: by their rules alone, whoever the people are. */
export function cellsOf(breakdown: CountedBreakdown, audiences: readonly Expression[]): Cells {
  const single = (values: readonly string[]) => values.map((value) => [value]);
  switch (breakdown) {
    case "age":
      return { by: ["age"], domain: single(open(ageBands, audiences, (one) => one.ageBands)) };
    case "gender":
      return { by: ["gender"], domain: single(open(genders, audiences, (one) => one.genders)) };
    case "age,gender": {
      const of = open(genders, audiences, (one) => one.genders);
      const ages = open(ageBands, audiences, (one) => one.ageBands);
      return { by: ["age", "gender"], domain: ages.flatMap((age) => of.map((one) => [age, one])) };
    }
    case "impression_device":
      return { by: ["device"], domain: single(open(devices, audiences, (one) => one.devices)) };
    case "country":
      return { by: ["country"], domain: single(countriesOf(audiences)) };
    case "region": {
      const here = new Set(countriesOf(audiences));
      const codes = regions.filter(({ country }) => here.has(country)).map(({ code }) => code);
      return { by: ["region"], domain: single([...codes, ""]) };
    }
  }
}

/** The values that some audience leaves open, in the order of `all`. */
function open<T extends string>(
  all: readonly T[],
  audiences: readonly Expression[],
  of: (audience: Expression) => readonly T[],
): readonly T[] {
  const named = audiences.map(of);
  if (named.length === 0 || named.some((values) => values.length === 0)) return all;
  return all.filter((value) => named.some((values) => values.includes(value)));
}

/** ISO 3166-2 codes start with the country's. */
const countriesOf = (audiences: readonly Expression[]): readonly string[] =>
  open(
    countries.map(({ code }) => code),
    audiences,
    ({ countries: named, regions: within }) => [
      ...named,
      ...within.map((region) => region.slice(0, 2)),
    ],
  );
