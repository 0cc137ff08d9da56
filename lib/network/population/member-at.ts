import {
  ageBands,
  companyKinds,
  devices,
  genders,
  type Strength,
} from "@/lib/network/reach/expression";
import {
  companies,
  countries,
  languages,
  noLanguage,
  regions,
  segmentIds,
  unlistedLanguage,
} from "./lists";
import type { CompanyRelation, Member, Signal } from "./member";
import type { MemberBatch } from "./member-batch";

/** The member in row i of a batch (0 is the batch's first). Throws RangeError when the row or a value is outside its list. */
export function memberAt(batch: MemberBatch, i: number): Member {
  return {
    number: batch.first + i,
    country: entry(countries, batch.country[i]).code,
    region: regions[batch.region[i] ?? -1]?.code ?? null,
    language: languageAt(batch, i),
    ageBand: ageBands[batch.ageBand[i] ?? -1] ?? null,
    gender: entry(genders, batch.gender[i]),
    device: entry(devices, batch.device[i]),
    onSocial: batch.onSocial[i] === 1,
    lastActiveDay: batch.lastActiveDay[i] ?? 0,
    consent: batch.consent[i] ?? 0,
    signals: rowsOf(batch.signalStart, i).map((row) => signalAt(batch, row)),
    companies: rowsOf(batch.companyStart, i).map((row) => companyAt(batch, row)),
  };
}

/** All members of a batch, in order. */
export const membersOf = (batch: MemberBatch): Member[] =>
  Array.from({ length: batch.count }, (_, i) => memberAt(batch, i));

const languageAt = (batch: MemberBatch, i: number): string =>
  batch.language[i] === noLanguage ? unlistedLanguage : entry(languages, batch.language[i]).code;

function signalAt(batch: MemberBatch, row: number): Signal {
  return {
    segment: entry(segmentIds, batch.signalSegment[row]),
    strength: strengthFrom(batch.signalStrength[row]),
    day: batch.signalDay[row] ?? 0,
  };
}

function companyAt(batch: MemberBatch, row: number): CompanyRelation {
  return {
    company: entry(companies, batch.companyIndex[row]).id,
    kind: entry(companyKinds, batch.companyKind[row]),
    day: batch.companyDay[row] ?? 0,
  };
}

function rowsOf(starts: Uint32Array, i: number): number[] {
  const start = starts[i] ?? 0;
  return Array.from({ length: (starts[i + 1] ?? start) - start }, (_, row) => start + row);
}

function strengthFrom(value: number | undefined): Strength {
  if (value === 1 || value === 2 || value === 3) return value;
  throw new RangeError(`${value} is not a strength.`);
}

function entry<T>(list: readonly T[], index: number | undefined): T {
  const found = list[index ?? -1];
  if (found === undefined) throw new RangeError(`${index} is outside a list of ${list.length}.`);
  return found;
}
