import { ageBandIn } from "@/lib/network/population/age-band";
import { startsOf } from "@/lib/network/population/batch-of";
import {
  countryIndexes,
  languageIndexes,
  noLanguage,
  noRegion,
  regionIndexes,
  segmentIndexes,
} from "@/lib/network/population/lists";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import { ageBands, companyKinds, devices, genders } from "@/lib/network/reach/expression";
import { birthYearAt, consentsIn, type MemberPack, membersIn } from "./member-pack";

const noAge = 255;
const nothing = -1;

/** Where each code of a pack stands in a list of today; `nothing` when it does not. */
const placesOf = (codes: readonly string[], find: (code: string) => number | undefined) =>
  Int32Array.from(codes, (code) => find(code) ?? nothing);

/**
 * The members of a pack as engines load them: the same people as `memberOfPack` tells one by one, without making an object of
 * each. `companies` is the order that the engine's company numbers mean. Throws RangeError for a country or company outside the lists.
 */
export function batchOfPack(
  pack: MemberPack,
  first: number,
  companies: ReadonlyMap<string, number>,
  year: number,
): MemberBatch {
  const { codes, columns } = pack;
  const count = membersIn(pack);
  const country = placesOf(codes.countries, (code) => countryIndexes.get(code));
  const company = placesOf(codes.companies, (code) => companies.get(code));
  if (country.includes(nothing) || company.includes(nothing)) {
    throw new RangeError(
      `The pack at member ${first} names a country or company that is in no list.`,
    );
  }
  const region = placesOf(codes.regions, (code) => regionIndexes.get(code) ?? noRegion);
  const language = placesOf(codes.languages, (code) => languageIndexes.get(code) ?? noLanguage);
  const gender = Uint8Array.from(codes.genders, (code) => genders.indexOf(code));
  const device = Uint8Array.from(codes.devices, (code) => devices.indexOf(code));
  const kind = Uint8Array.from(codes.companyKinds, (code) => companyKinds.indexOf(code));
  return {
    first,
    count,
    country: columns.country.map((at) => country[at] ?? 0),
    region: columns.region.map((at) => region[at] ?? noRegion),
    language: columns.language.map((at) => language[at] ?? noLanguage),
    ageBand: Uint8Array.from({ length: count }, (_, i) => bandCode(birthYearAt(pack, i), year)),
    gender: columns.gender.map((at) => gender[at] ?? 0),
    device: columns.device.map((at) => device[at] ?? 0),
    onSocial: columns.onSocial,
    lastActiveDay: columns.lastActiveDay,
    consent: consentsIn(pack),
    ...signalRows(pack),
    companyStart: pack.companyStart,
    companyIndex: columns.companyIndex.map((at) => company[at] ?? 0),
    companyKind: columns.companyKind.map((at) => kind[at] ?? 0),
    companyDay: columns.companyDay,
  };
}

function bandCode(birthYear: number | null, year: number): number {
  const band = ageBandIn(birthYear, year);
  return band === null ? noAge : ageBands.indexOf(band);
}

/** Without the signals on segments that may not be collected any more. */
function signalRows({ codes, columns, signalStart }: MemberPack) {
  const segment = placesOf(codes.segments, (code) => segmentIndexes.get(code));
  const { signalSegment, signalStrength, signalDay } = columns;
  const all = signalSegment.map((at) => segment[at] ?? 0);
  if (!segment.includes(nothing))
    return { signalStart, signalSegment: all, signalStrength, signalDay };
  const isKept = (_: number, row: number) => segment[signalSegment[row] ?? 0] !== nothing;
  const counts = columns.signals.map((_, i) => {
    const rows = signalSegment.subarray(signalStart[i], signalStart[i + 1]);
    return rows.filter((at) => segment[at] !== nothing).length;
  });
  return {
    signalStart: startsOf(counts),
    signalSegment: all.filter(isKept),
    signalStrength: signalStrength.filter(isKept),
    signalDay: signalDay.filter(isKept),
  };
}
