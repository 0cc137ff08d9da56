import { consentBit } from "@/lib/network/consent/consent-bits";
import { recipients } from "@/lib/network/consent/purposes";
import { companyKinds } from "@/lib/network/reach/expression";
import { text } from "./sql";
import type { Place } from "./tables";
import { anyTime, levelDays } from "./windows";

/**
 * How members' rows become bitmaps: rows (kind, id, grade, level, block, people) of the members in `source`. The grade of a
 * segment is a least strength, so that a rule reads one bitmap and not three; of a company it is the kind.
 */
export function bitsOf(source: string, today: number): string {
  const people = "groupBitmapState(member) AS people";
  const whole = "toUInt8(0) AS grade, toUInt8(0) AS level, toUInt16(0) AS block";
  // Older signals match no question: windows only move on.
  const since = today - 180;
  return [
    `SELECT 'segment' AS kind, toString(s.1) AS id, toUInt8(least) AS grade, at.1 AS level, at.2 AS block, groupBitmapMergeState(people) AS people
FROM (SELECT s, ${people} FROM (SELECT member, arrayJoin(signals) AS s FROM ${source}) WHERE s.3 >= ${since} GROUP BY s)
ARRAY JOIN ${blocksOf("s.3")} AS at ARRAY JOIN range(1, s.2 + 1) AS least GROUP BY id, grade, level, block`,
    `SELECT 'company' AS kind, c.1 AS id, toUInt8(indexOf([${companyKinds.map(text).join(", ")}], c.2) - 1) AS grade, at.1 AS level,
  at.2 AS block, groupBitmapMergeState(people) AS people
FROM (SELECT c, ${people} FROM (SELECT member, arrayJoin(companies) AS c FROM ${source}) GROUP BY c)
ARRAY JOIN arrayPushBack(${blocksOf("c.3")}, (toUInt8(${anyTime}), toUInt16(0))) AS at GROUP BY id, grade, level, block`,
    `SELECT 'active' AS kind, '' AS id, toUInt8(0) AS grade, at.1 AS level, at.2 AS block, groupBitmapMergeState(people) AS people
FROM (SELECT active, ${people} FROM ${source} WHERE active >= ${since} GROUP BY active)
ARRAY JOIN ${blocksOf("active")} AS at GROUP BY level, block`,
    `SELECT k.1 AS kind, k.2 AS id, ${whole}, ${people}
FROM (SELECT member, arrayJoin([${wholes}]) AS k FROM ${source}) GROUP BY kind, id`,
    `SELECT 'consent' AS kind, id, ${whole}, ${people}
FROM (SELECT member, arrayJoin(arrayFilter(k -> k != '', [${consents}])) AS id FROM ${source} WHERE age != '') GROUP BY id`,
  ].join("\nUNION ALL\n");
}

const blocksOf = (day: string): string =>
  `[${levelDays.map((days, level) => `(toUInt8(${level}), toUInt16(intDiv(${day}, ${days})))`).join(", ")}]`;

const wholes = [
  "('member', '')",
  ...["country", "region", "language", "age", "gender", "device"].map(
    (kind) => `('${kind}', toString(${kind}))`,
  ),
  "('social', if(social = 1, 'yes', 'no'))",
  "('age+gender', concat(age, '|', gender))",
].join(", ");

const consents = recipients
  .flatMap((recipient) => {
    const ads = consentBit("relevant_ads", recipient);
    const both = ads | consentBit("known_companies", recipient);
    return [
      [recipient, ads],
      [`${recipient}+companies`, both],
    ] as const;
  })
  .map(([id, mask]) => `if(bitAnd(consent, ${mask}) = ${mask}, '${id}', '')`)
  .join(", ");

const bitColumns = "epoch, kind, id, grade, level, block, chunk, people";

/** The bitmaps of one chunk's members, from their rows. */
export const fillChunk = ({ database, chunk: size }: Place, chunk: number, today: number): string =>
  `INSERT INTO ${database}.bits (${bitColumns})
SELECT 1 AS epoch, kind, id, grade, level, block, toUInt16(${chunk}) AS chunk, people
FROM (${bitsOf(`(SELECT * FROM ${database}.members WHERE member >= ${chunk * size} AND member < ${(chunk + 1) * size})`, today)})`;

/** A chunk's bitmaps of the next epoch: those of this one without the members who changed, and these as they stand now. */
export function foldChunk(
  { database, chunk: size }: Place,
  chunk: number,
  from: number,
  to: number,
  today: number,
): string {
  const own = `member >= ${chunk * size} AND member < ${(chunk + 1) * size}`;
  const rows = `(SELECT * FROM ${database}.fresh FINAL WHERE epoch >= ${from} AND epoch < ${to} AND gone = 0 AND ${own})`;
  const touched = `(SELECT groupBitmapState(member) AS changed FROM ${database}.fresh WHERE epoch >= ${from} AND epoch < ${to} AND ${own})`;
  return `INSERT INTO ${database}.bits (${bitColumns})
SELECT ${to} AS epoch, kind, id, grade, level, block, toUInt16(${chunk}) AS chunk, groupBitmapMergeState(kept) AS people
FROM (SELECT kind, id, grade, level, block, bitmapAndnot(people, changed) AS kept FROM ${database}.bits CROSS JOIN ${touched} AS touched
  WHERE epoch = ${from} AND chunk = ${chunk}
  UNION ALL ${bitsOf(rows, today)})
WHERE bitmapCardinality(kept) > 0 GROUP BY kind, id, grade, level, block`;
}
