import type { ImportedMember } from "./imported-member";
import { birthYearAt, consentsIn, type MemberPack, membersIn, packMembers } from "./member-pack";

/** What is erased of a member: what they showed an interest in, or everything. The number stays theirs for good. */
export type Erased = "signals" | "everything";

/**
 * A pack again, as bytes, without what is erased; every other member in it stays as they are. Everything: only a country is left,
 * because a row cannot be without one, and it is another member's or the network's first.
 */
export function eraseFromPack(pack: MemberPack, erased: ReadonlyMap<number, Erased>): Uint8Array {
  const consents = consentsIn(pack);
  const members = Array.from({ length: membersIn(pack) }, (_, i) => {
    const what = erased.get(i);
    const member = memberIn(pack, i, consents[i] ?? 0);
    if (what === undefined) return member;
    return what === "signals" ? { ...member, signals: [] } : nobody(pack);
  });
  return packMembers(members);
}

const nobody = ({ codes }: MemberPack): ImportedMember => ({
  country: [...codes.countries].sort()[0] ?? "",
  region: null,
  language: "und",
  birthYear: null,
  gender: "unknown",
  device: "desktop",
  onSocial: false,
  lastActiveDay: 0,
  consent: 0,
  signals: [],
  companies: [],
});

/** Member i with the pack's own codes, whether or not they are still listed. */
function memberIn(pack: MemberPack, i: number, consent: number): ImportedMember {
  const { codes, columns, signalStart, companyStart } = pack;
  return {
    country: codeAt(codes.countries, columns.country[i]),
    region: codes.regions[columns.region[i] ?? -1] ?? null,
    language: codeAt(codes.languages, columns.language[i]),
    birthYear: birthYearAt(pack, i),
    gender: codeAt(codes.genders, columns.gender[i]),
    device: codeAt(codes.devices, columns.device[i]),
    onSocial: columns.onSocial[i] === 1,
    lastActiveDay: columns.lastActiveDay[i] ?? 0,
    consent,
    signals: rows(signalStart, i).map((row) => ({
      segment: codeAt(codes.segments, columns.signalSegment[row]),
      strength: strengthOf(columns.signalStrength[row]),
      day: columns.signalDay[row] ?? 0,
    })),
    companies: rows(companyStart, i).map((row) => ({
      company: codeAt(codes.companies, columns.companyIndex[row]),
      kind: codeAt(codes.companyKinds, columns.companyKind[row]),
      day: columns.companyDay[row] ?? 0,
    })),
  };
}

function codeAt<T>(codes: readonly T[], index: number | undefined): T {
  const code = codes[index ?? -1];
  if (code === undefined) throw new RangeError("A packed member points outside the pack's lists.");
  return code;
}

function strengthOf(value: number | undefined): 1 | 2 | 3 {
  if (value === 1 || value === 2 || value === 3) return value;
  throw new RangeError(`${value} is not a strength.`);
}

function rows(starts: Uint32Array, i: number): number[] {
  const start = starts[i] ?? 0;
  return Array.from({ length: (starts[i + 1] ?? start) - start }, (_, row) => start + row);
}
