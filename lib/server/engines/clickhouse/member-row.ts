import type { CompanyRelation, Member, Signal } from "@/lib/network/population/member";
import {
  type AgeBand,
  ageBands,
  type CompanyKind,
  companyKinds,
  devices,
  genders,
} from "@/lib/network/reach/expression";
import type { Row } from "./nodes";

/** A member with what the tables keep beside them. */
export interface KeptMember {
  readonly member: Member;
  readonly version: number;
  readonly gone: boolean;
}

const none: Member = {
  number: 0,
  country: "",
  region: null,
  language: "",
  ageBand: null,
  gender: "unknown",
  device: "android",
  onSocial: false,
  lastActiveDay: 0,
  consent: 0,
  signals: [],
  companies: [],
};

/** What stays of somebody who left: the number, and nothing about the person. */
export const stone = (number: number, version: number): KeptMember => ({
  member: { ...none, number },
  version,
  gone: true,
});

/** A member from a row of JSONCompactEachRow in the order of `rowColumns`. */
export function readMember(row: Row): KeptMember {
  const [number, version, gone, country, region, language, age, gender, device] = row;
  const [social, active, consent, signals, companies] = row.slice(9);
  const member: Member = {
    number: Number(number),
    country: String(country),
    region: region === "" ? null : String(region),
    language: String(language),
    ageBand: isAge(age) ? age : null,
    gender: genders.find((known) => known === gender) ?? none.gender,
    device: devices.find((known) => known === device) ?? none.device,
    onSocial: Number(social) === 1,
    lastActiveDay: Number(active),
    consent: Number(consent),
    signals: listOf(signals).map(readSignal),
    companies: listOf(companies).map(readCompany),
  };
  return { member, version: Number(version), gone: Number(gone) === 1 };
}

const listOf = (value: unknown): Row[] => (Array.isArray(value) ? value : []);

const isAge = (value: unknown): value is AgeBand => ageBands.some((band) => band === value);

function readSignal([segment, strength, day]: Row): Signal {
  const grade = Number(strength);
  return {
    segment: String(segment),
    strength: grade === 3 ? 3 : grade === 2 ? 2 : 1,
    day: Number(day),
  };
}

const readCompany = ([company, kind, day]: Row): CompanyRelation => ({
  company: String(company),
  kind: companyKinds.find((known): known is CompanyKind => known === kind) ?? companyKinds[0],
  day: Number(day),
});
