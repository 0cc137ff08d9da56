import { peopleIn } from "@/lib/network/reach/exact-count";
import {
  ageBands,
  type Dimension,
  devices,
  dimensions,
  type Expression,
  genders,
} from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import type { Desk } from "./desk";
import { epochStart } from "./epoch";
import { cellLadder, costOf } from "./ladder";
import { reconcile } from "./reconcile";
import type { Asker, ReleaseRefusal } from "./release";
import { type AnsweredCount, releaseCount } from "./release-count";
import type { ReleasedPart } from "./released";

/** Below this total the parts are shown as shares only. */
export const countsFrom = 5000;

/**
 * Parts of the total that is shown for the same expression. Every cell that the question allows gets noise, also an
 * empty one; one charge for the family, as precise as the total is large. A budget that is spent leaves older parts.
 */
export async function releaseCells(
  desk: Desk,
  by: Asker,
  expression: Expression,
  asked: readonly Dimension[],
): Promise<Result<readonly ReleasedPart[], ReleaseRefusal>> {
  const counted = await releaseCount(desk, by, expression, "live");
  if (!counted.ok) return counted;
  const total = counted.value;
  const { canonical, key } = total;
  const sorted = dimensions.filter((dimension) => asked.includes(dimension));
  const domain = cartesian(
    sorted.map((dimension) => valuesOf(dimension, canonical, desk.countries)),
  );
  if (domain.length === 1) {
    return ok(parts(domain, [total.shown.shown], sorted, asked, total, total.shown.asOf));
  }
  // Asked, paid and shaped like those of a shown total, so that nothing but the total says that it is hidden.
  const epoch = desk.epoch();
  const kindOf = (sigma: number) => `cell/${sigma}/${sorted.join(",")}`;
  const sigma = cellSigma(total.shown.shown);
  const kind = kindOf(sigma);
  const rows = await desk.answer({
    by,
    use: "question",
    epoch,
    kind,
    standIns: cellLadder.map((step) => kindOf(step.sigma)),
    keys: [key],
    price: () => costOf(sigma),
    most: costOf(sigma),
    compute: async () => {
      const cells = await desk.engine.cells(canonical, sorted);
      const people = new Map(cells.map(({ values, count }) => [values.join("|"), peopleIn(count)]));
      return [
        domain.map((values) => {
          const cell = values.join("|");
          return (people.get(cell) ?? 0) + desk.noise(epoch, `${kind}/${cell}`, key, sigma);
        }),
      ];
    },
  });
  if (!rows.ok) return rows;
  const [row] = rows.value;
  const people = reconcile(row?.values ?? [], total.shown.shown, total.shown.step);
  const asOf = [total.shown.asOf, epochStart(row?.epoch ?? epoch)].sort()[0] ?? "";
  return ok(parts(domain, people, sorted, asked, total, asOf));
}

const cellSigma = (total: number): number =>
  (cellLadder.find(({ enough }) => total >= enough) ?? { sigma: 0 }).sigma;

function parts(
  domain: readonly (readonly string[])[],
  people: readonly number[],
  by: readonly Dimension[],
  asked: readonly Dimension[],
  { shown: total }: AnsweredCount,
  asOf: string,
): readonly ReleasedPart[] {
  const nameOf = (values: readonly string[]) =>
    asked.map((dimension) => values[by.indexOf(dimension)] ?? "").join("|");
  return domain.map((values, index) => {
    const count = people[index] ?? 0;
    if (total.hidden) return { value: nameOf(values), people: null, share: null, asOf };
    return {
      value: nameOf(values),
      people: total.shown < countsFrom ? null : count,
      share: total.shown > 0 ? count / total.shown : null,
      asOf,
    };
  });
}

/** The values of a dimension that the question leaves open: public, whoever the people are. */
function valuesOf(
  dimension: Dimension,
  expression: Expression,
  countries: readonly string[],
): readonly string[] {
  switch (dimension) {
    case "country":
      return countriesOf(expression) ?? countries;
    case "age":
      return expression.ageBands.length > 0 ? expression.ageBands : ageBands;
    case "gender":
      return expression.genders.length > 0 ? expression.genders : genders;
    case "device":
      return expression.devices.length > 0 ? expression.devices : devices;
    case "social":
      if (expression.onSocial === null) return ["yes", "no"];
      return expression.onSocial ? ["yes"] : ["no"];
  }
}

/** ISO 3166-2 codes start with the country's. */
function countriesOf({ countries, regions }: Expression): readonly string[] | null {
  if (countries.length + regions.length === 0) return null;
  return [...new Set([...countries, ...regions.map((region) => region.slice(0, 2))])].sort();
}

const cartesian = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  );
