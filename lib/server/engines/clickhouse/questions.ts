import { adSetSeed, thresholds } from "@/lib/network/reach/delivery-hash";
import type { DeliveryDay, SetDimensions } from "@/lib/network/reach/engine";
import { ageBands, type Dimension } from "@/lib/network/reach/expression";
import { changedMembers, fits, type Reading, unchangedMembers } from "./audience";
import type { Clauses } from "./clauses";
import { nest, text, texts } from "./sql";

/** Questions to one shard. Each answers rows (v Array(String), n UInt64): what is counted, and how many people. */

export const countSql = (reading: Reading, audience: Clauses): string =>
  `SELECT CAST([], 'Array(String)') AS v, sum(bitmapCardinality(kept0)) AS n FROM (${unchangedMembers(reading, [audience])})
UNION ALL
SELECT CAST([], 'Array(String)') AS v, count() AS n FROM ${changedMembers(reading)} WHERE ${fits(audience)}`;

/** People by the values of the asked dimensions: the audience is cut by one dimension after the other. */
export const cellsSql = (reading: Reading, audience: Clauses, by: readonly Dimension[]): string =>
  cutBy(reading, audience, by, "kept0", "1");

/** The same for those of these members who stand and have an age. */
export function cellsOfSetSql(
  reading: Reading,
  members: Iterable<number>,
  by: SetDimensions,
): string {
  const numbers = `bitmapBuild(CAST([${[...members].join(",")}], 'Array(UInt32)'))`;
  const own = `bitmapContains(${numbers}, member)`;
  return cutBy(reading, ofKnownAge, by, `bitmapAnd(kept0, ${numbers})`, own);
}

const ofKnownAge: Clauses = {
  all: [{ bits: `(kind = 'age' AND id IN ${texts(ageBands)})`, row: "age != ''" }],
  none: [],
};

function cutBy(
  reading: Reading,
  audience: Clauses,
  by: SetDimensions,
  people: string,
  isIn: string,
): string {
  const { place, epoch } = reading;
  const start = `SELECT chunk, CAST([], 'Array(String)') AS v, ${people} AS b FROM (${unchangedMembers(reading, [audience])})`;
  const cut = [...by].reduce(
    (
      parts,
      dimension,
      i,
    ) => `SELECT chunk, arrayPushBack(p${i}.v, d${i}.id) AS v, bitmapAnd(p${i}.b, d${i}.people) AS b
FROM (${parts}) AS p${i}
INNER JOIN (SELECT chunk, id, people FROM ${place.database}.bits WHERE epoch = ${epoch} AND kind = ${text(dimension)}) AS d${i}
USING chunk WHERE bitmapHasAny(p${i}.b, d${i}.people)`,
    start,
  );
  const values = [...by].map((dimension) =>
    dimension === "social" ? "if(social = 1, 'yes', 'no')" : `toString(${dimension})`,
  );
  const own = values.length === 0 ? "CAST([], 'Array(String)')" : `[${values.join(", ")}]`;
  return `SELECT v, sum(bitmapCardinality(b)) AS n FROM (${cut}) GROUP BY v
UNION ALL
SELECT ${own} AS v, count() AS n FROM ${changedMembers(reading)} WHERE ${fits(audience)} AND ${isIn} GROUP BY v`;
}

/** Breakdowns that stand as bitmaps: what a panel asks of one audience, counted together. */
const standing: Readonly<Record<string, string>> = {
  country: "toString(country)",
  "age+gender": "concat(age, '|', gender)",
  device: "toString(device)",
  social: "if(social = 1, 'yes', 'no')",
};

/** The breakdown's name among those of `panelSql`; null when it is counted by itself. */
export function standingName(by: readonly Dimension[]): string | null {
  const name = by.join("+");
  return Object.hasOwn(standing, name) ? name : null;
}

/** All standing breakdowns of an audience at once: v is [breakdown, value], the values of two dimensions joined by "|". */
export function panelSql(reading: Reading, audience: Clauses): string {
  const names = Object.keys(standing);
  const own = Object.entries(standing).map(([name, value]) => `[${text(name)}, ${value}]`);
  return `SELECT [toString(kind), id] AS v, sum(bitmapAndCardinality(kept0, people)) AS n
FROM (${unchangedMembers(reading, [audience])}) AS audience
INNER JOIN (SELECT chunk, kind, id, people FROM ${reading.place.database}.bits WHERE epoch = ${reading.epoch} AND kind IN ${texts(names)}) AS d
USING chunk GROUP BY v HAVING n > 0
UNION ALL
SELECT arrayJoin([${own.join(", ")}]) AS v, count() AS n FROM ${changedMembers(reading)} WHERE ${fits(audience)} GROUP BY v`;
}

/** People in exactly the audiences whose bit is set in `v`, for every mix of them. */
export function overlapSql(reading: Reading, audiences: readonly Clauses[]): string {
  const sets = audiences.map((_, i) => `kept${i}`);
  const cells = Array.from({ length: 2 ** audiences.length - 1 }, (_, i) => {
    const mix = i + 1;
    const inside = sets.filter((_, bit) => mix & (1 << bit));
    const outside = sets.filter((_, bit) => !(mix & (1 << bit)));
    const people = nest("bitmapAndnot", [nest("bitmapAnd", inside), ...outside]);
    return `('${mix}', bitmapCardinality(${people}))`;
  });
  const places = audiences.map((audience, bit) => `if(${fits(audience)}, ${1 << bit}, 0)`);
  return `SELECT [cell.1] AS v, sum(cell.2) AS n FROM
(SELECT arrayJoin([${cells.join(", ")}]) AS cell FROM (${unchangedMembers(reading, audiences)})) GROUP BY v
UNION ALL
SELECT [toString(place)] AS v, count() AS n FROM
(SELECT ${places.join(" + ")} AS place FROM ${changedMembers(reading)}) WHERE place > 0 GROUP BY v`;
}

const mask = (1n << 64n) - 1n;

/** SplitMix64's finaliser, as in delivery-hash.ts: UInt64 wraps around by itself. */
const mix = (z: string): string => {
  const times = (value: string, shift: number) =>
    `bitXor(${value}, bitShiftRight(${value}, ${shift}))`;
  const first = `(${times(z, 30)} * ${0xbf58476d1ce4e5b9n})`;
  const second = `(${times(first, 27)} * ${0x94d049bb133111ebn})`;
  return times(second, 31);
};

/**
 * Whom an ad set reaches on each day, by (index of the day, stripe of numbers): v is [day, stripe, last member, the members as a
 * MemberSet in base64]. The hash of delivery-hash.ts runs on the shards, so only reached members travel.
 */
export function deliverSql(
  reading: Reading,
  audience: Clauses,
  adSetId: string,
  days: readonly DeliveryDay[],
): string {
  const seed = adSetSeed(adSetId);
  const draws = days.map(({ day, meanPerPerson }, i) => {
    const start = (seed + BigInt(day) * 0xd1b54a32d192ed03n) & mask;
    const limits = [...thresholds(meanPerPerson)].join(", ");
    return `(${i}, toUInt64(${start}), CAST([${limits}], 'Array(UInt32)'))`;
  });
  const step = `toUInt64(${0x9e3779b97f4a7c15n})`;
  return `SELECT [toString(at), toString(stripe), toString(numbers[-1]), base64Encode(${memberSet("numbers")})] AS v, length(numbers) AS n
FROM (SELECT at, stripe, arraySort(groupArray(member)) AS numbers
  FROM (SELECT member, intDiv(member, ${reading.place.stripe}) AS stripe, draw.1 AS at,
      toUInt64(member) * ${step} AS place, bitShiftRight(${mix(`(place + 1)`)}, 60) AS class
    FROM (SELECT arrayJoin(bitmapToArray(kept0)) AS member FROM (${unchangedMembers(reading, [audience])})
      UNION ALL SELECT member FROM ${changedMembers(reading)} WHERE ${fits(audience)})
    ARRAY JOIN [${draws.join(", ")}] AS draw
    WHERE bitShiftRight(${mix(`(place + draw.2)`)}, 32) < draw.3[class + 1])
  GROUP BY at, stripe)`;
}

/** Ascending numbers as LEB128 varints of the differences, the first from -1 (member-set.ts). */
function memberSet(numbers: string): string {
  const bytes = (count: number) =>
    Array.from({ length: count }, (_, i) => {
      const left = i === 0 ? "d" : `bitShiftRight(d, ${7 * i})`;
      return i === count - 1 ? left : `bitOr(bitAnd(${left}, 127), 128)`;
    }).join(", ");
  const lengths = [1, 2, 3, 4].map((count) => `d < ${2 ** (7 * count)}, char(${bytes(count)})`);
  const before = `arrayPushFront(arrayPopBack(arrayMap(m -> toInt64(m), ${numbers})), toInt64(-1))`;
  const differences = `arrayMap((m, b) -> toUInt32(m - b), ${numbers}, ${before})`;
  return `arrayStringConcat(arrayMap(d -> multiIf(${lengths.join(", ")}, char(${bytes(5)})), ${differences}))`;
}
