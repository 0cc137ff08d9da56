import { ageBandIn } from "@/lib/network/population/age-band";
import {
  countryIndexes,
  languageIndexes,
  regionIndexes,
  segmentIndexes,
  unlistedLanguage,
} from "@/lib/network/population/lists";
import type { Member } from "@/lib/network/population/member";
import type { Strength } from "@/lib/network/reach/expression";
import { birthYearAt, consentsIn, type MemberPack } from "./member-pack";

/**
 * Member i of a pack whose first member has the number `first`, as old as they are in `year`. Segments that may not be collected
 * any more, and regions and languages that are not listed any more, are left out. Throws RangeError for a country that is not.
 */
export function memberOfPack(pack: MemberPack, i: number, first: number, year: number): Member {
  const { codes, columns, signalStart, companyStart } = pack;
  const region = codes.regions[columns.region[i] ?? -1];
  const language = codes.languages[columns.language[i] ?? -1] ?? unlistedLanguage;
  return {
    number: first + i,
    country: countryOf(codes.countries[columns.country[i] ?? -1]),
    region: region !== undefined && regionIndexes.has(region) ? region : null,
    language: languageIndexes.has(language) ? language : unlistedLanguage,
    ageBand: ageBandIn(birthYearAt(pack, i), year),
    gender: listed(codes.genders[columns.gender[i] ?? -1]),
    device: listed(codes.devices[columns.device[i] ?? -1]),
    onSocial: columns.onSocial[i] === 1,
    lastActiveDay: columns.lastActiveDay[i] ?? 0,
    consent: consentsIn(pack)[i] ?? 0,
    signals: rows(signalStart, i).flatMap((row) => {
      const segment = codes.segments[columns.signalSegment[row] ?? -1] ?? "";
      const strength = strengthOf(columns.signalStrength[row]);
      const day = columns.signalDay[row] ?? 0;
      return segmentIndexes.has(segment) ? [{ segment, strength, day }] : [];
    }),
    companies: rows(companyStart, i).map((row) => ({
      company: listed(codes.companies[columns.companyIndex[row] ?? -1]),
      kind: listed(codes.companyKinds[columns.companyKind[row] ?? -1]),
      day: columns.companyDay[row] ?? 0,
    })),
  };
}

function countryOf(code: string | undefined): string {
  if (code !== undefined && countryIndexes.has(code)) return code;
  throw new RangeError(`A pack names the country ${code}, which is not one of the network's.`);
}

function listed<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("A packed member points outside the pack's lists.");
  return value;
}

function strengthOf(value: number | undefined): Strength {
  if (value === 1 || value === 2 || value === 3) return value;
  throw new RangeError(`${value} is not a strength.`);
}

function rows(starts: Uint32Array, i: number): number[] {
  const start = starts[i] ?? 0;
  return Array.from({ length: (starts[i + 1] ?? start) - start }, (_, row) => start + row);
}
