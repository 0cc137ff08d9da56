import { z } from "zod/mini";
import { consentBit } from "@/lib/network/consent/consent-bits";
import { purposes, recipients } from "@/lib/network/consent/purposes";
import { startsOf } from "@/lib/network/population/batch-of";
import { type Columns, packColumns, unpackColumns } from "@/lib/network/population/packed-columns";
import { companyKinds, devices, genders } from "@/lib/network/reach/expression";
import type { ImportedMember } from "./imported-member";

const version = 1;
const layout = {
  country: "u8",
  region: "u16",
  language: "u8",
  birthYear: "u16",
  gender: "u8",
  device: "u8",
  onSocial: "u8",
  lastActiveDay: "u16",
  consent: "u16",
  signals: "u16",
  signalSegment: "u16",
  signalStrength: "u8",
  signalDay: "u16",
  companies: "u16",
  companyIndex: "u16",
  companyKind: "u8",
  companyDay: "u16",
} as const;

const codes = z.array(z.string());
const headerSchema = z.object({
  countries: codes,
  regions: codes,
  languages: codes,
  genders: z.array(z.literal([...genders])),
  devices: z.array(z.literal([...devices])),
  companyKinds: z.array(z.literal([...companyKinds])),
  segments: codes,
  companies: codes,
  /** What each bit of a consent means, the lowest first. */
  consents: z.array(z.tuple([z.literal([...purposes]), z.literal([...recipients])])),
});

/** In the birth year's column: not known. In the region's: none. */
const unknown = 0;
const none = 0xffff;

/** Members of one pack in columns whose numbers point into the pack's own lists of codes, not into today's. */
export interface MemberPack {
  readonly codes: z.infer<typeof headerSchema>;
  readonly columns: Columns<typeof layout>;
  /** Member i's signals are rows signalStart[i] .. signalStart[i + 1] - 1; likewise for companies. */
  readonly signalStart: Uint32Array;
  readonly companyStart: Uint32Array;
}

/** Numbers for codes in the order in which they are met. */
function dictionary() {
  const indexes = new Map<string, number>();
  return {
    indexOf(code: string): number {
      const known = indexes.get(code);
      if (known !== undefined) return known;
      indexes.set(code, indexes.size);
      return indexes.size - 1;
    },
    codes: () => [...indexes.keys()],
  };
}

/** Members as bytes that any later version can read: every number in them points to a code that stands beside it. */
export function packMembers(members: readonly ImportedMember[]): Uint8Array {
  const countries = dictionary();
  const regions = dictionary();
  const languages = dictionary();
  const segments = dictionary();
  const companies = dictionary();
  const columns = allocate(members);
  let signal = 0;
  let relation = 0;
  members.forEach((member, i) => {
    columns.country[i] = countries.indexOf(member.country);
    columns.region[i] = member.region === null ? none : regions.indexOf(member.region);
    columns.language[i] = languages.indexOf(member.language);
    columns.birthYear[i] = member.birthYear ?? unknown;
    columns.gender[i] = genders.indexOf(member.gender);
    columns.device[i] = devices.indexOf(member.device);
    columns.onSocial[i] = member.onSocial ? 1 : 0;
    columns.lastActiveDay[i] = member.lastActiveDay;
    columns.consent[i] = member.consent;
    columns.signals[i] = member.signals.length;
    for (const { segment, strength, day } of member.signals) {
      columns.signalSegment[signal] = segments.indexOf(segment);
      columns.signalStrength[signal] = strength;
      columns.signalDay[signal] = day;
      signal += 1;
    }
    columns.companies[i] = member.companies.length;
    for (const { company, kind, day } of member.companies) {
      columns.companyIndex[relation] = companies.indexOf(company);
      columns.companyKind[relation] = companyKinds.indexOf(kind);
      columns.companyDay[relation] = day;
      relation += 1;
    }
  });
  const header: MemberPack["codes"] = {
    countries: countries.codes(),
    regions: regions.codes(),
    languages: languages.codes(),
    genders: [...genders],
    devices: [...devices],
    companyKinds: [...companyKinds],
    segments: segments.codes(),
    companies: companies.codes(),
    consents: purposes.flatMap((purpose) =>
      recipients.map((recipient): [typeof purpose, typeof recipient] => [purpose, recipient]),
    ),
  };
  return packColumns(version, header, layout, columns);
}

function allocate(members: readonly ImportedMember[]) {
  const count = members.length;
  const signals = members.reduce((sum, member) => sum + member.signals.length, 0);
  const relations = members.reduce((sum, member) => sum + member.companies.length, 0);
  return {
    country: new Uint8Array(count),
    region: new Uint16Array(count),
    language: new Uint8Array(count),
    birthYear: new Uint16Array(count),
    gender: new Uint8Array(count),
    device: new Uint8Array(count),
    onSocial: new Uint8Array(count),
    lastActiveDay: new Uint16Array(count),
    consent: new Uint16Array(count),
    signals: new Uint16Array(count),
    signalSegment: new Uint16Array(signals),
    signalStrength: new Uint8Array(signals),
    signalDay: new Uint16Array(signals),
    companies: new Uint16Array(count),
    companyIndex: new Uint16Array(relations),
    companyKind: new Uint8Array(relations),
    companyDay: new Uint16Array(relations),
  };
}

/** A pack again. Throws RangeError or a ZodError for bytes that no version wrote. */
export function unpackMembers(packed: Uint8Array): MemberPack {
  const { header, columns } = unpackColumns(version, layout, packed);
  return {
    codes: headerSchema.parse(header),
    columns,
    signalStart: startsOf(columns.signals),
    companyStart: startsOf(columns.companies),
  };
}

export const membersIn = ({ columns }: MemberPack): number => columns.country.length;

/** Member i's birth year; null when it is not known. */
export const birthYearAt = ({ columns }: MemberPack, i: number): number | null =>
  columns.birthYear[i] || null;

/** Everybody's consents in today's order of bits. */
export function consentsIn({ codes: { consents }, columns }: MemberPack): Uint16Array {
  const bits = consents.map(([purpose, recipient]) => consentBit(purpose, recipient));
  if (bits.every((bit, place) => bit === 1 << place)) return columns.consent;
  return columns.consent.map((kept) =>
    bits.reduce((sum, bit, place) => ((kept & (1 << place)) !== 0 ? sum | bit : sum), 0),
  );
}
