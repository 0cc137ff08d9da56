import { ageBands, companyKinds, devices, genders } from "@/lib/network/reach/expression";
import {
  companyIndexes,
  countryIndexes,
  languageIndexes,
  noLanguage,
  noRegion,
  regionIndexes,
  segmentIndexes,
  unlistedLanguage,
} from "./lists";
import type { Member } from "./member";
import type { MemberBatch } from "./member-batch";

/**
 * Members with consecutive numbers as columns: the inverse of `memberAt`. Throws RangeError for a gap in the numbers or a
 * code that stands in no list.
 */
export function batchOf(members: readonly Member[]): MemberBatch {
  const first = members[0]?.number ?? 0;
  const signals = members.flatMap((member) => member.signals);
  const companies = members.flatMap((member) => member.companies);
  members.forEach((member, i) => {
    if (member.number !== first + i)
      throw new RangeError("Members of a batch are numbered without gaps.");
  });
  return {
    first,
    count: members.length,
    country: Uint8Array.from(members, (m) => at(countryIndexes, m.country)),
    region: Uint16Array.from(members, (m) =>
      m.region === null ? noRegion : at(regionIndexes, m.region),
    ),
    language: Uint8Array.from(members, (m) =>
      m.language === unlistedLanguage ? noLanguage : at(languageIndexes, m.language),
    ),
    ageBand: Uint8Array.from(members, (m) =>
      m.ageBand === null ? 255 : ageBands.indexOf(m.ageBand),
    ),
    gender: Uint8Array.from(members, (m) => genders.indexOf(m.gender)),
    device: Uint8Array.from(members, (m) => devices.indexOf(m.device)),
    onSocial: Uint8Array.from(members, (m) => (m.onSocial ? 1 : 0)),
    lastActiveDay: Uint16Array.from(members, (m) => m.lastActiveDay),
    consent: Uint16Array.from(members, (m) => m.consent),
    signalStart: startsOf(members.map((m) => m.signals.length)),
    signalSegment: Uint16Array.from(signals, (s) => at(segmentIndexes, s.segment)),
    signalStrength: Uint8Array.from(signals, (s) => s.strength),
    signalDay: Uint16Array.from(signals, (s) => s.day),
    companyStart: startsOf(members.map((m) => m.companies.length)),
    companyIndex: Uint16Array.from(companies, (c) => at(companyIndexes, c.company)),
    companyKind: Uint8Array.from(companies, (c) => companyKinds.indexOf(c.kind)),
    companyDay: Uint16Array.from(companies, (c) => c.day),
  };
}

function at(indexes: ReadonlyMap<string, number>, code: string): number {
  const index = indexes.get(code);
  if (index === undefined) throw new RangeError(`"${code}" stands in no list of the network.`);
  return index;
}

/** Row starts from row counts: one more than members, the last one the total. */
export function startsOf(sizes: ArrayLike<number>): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  let next = 0;
  for (let i = 0; i < sizes.length; i += 1) {
    next += sizes[i] ?? 0;
    starts[i + 1] = next;
  }
  return starts;
}
