import { purposes, recipients } from "@/lib/network/consent/purposes";
import {
  companyIndexes,
  countryIndexes,
  regionIndexes,
  segmentIndexes,
} from "@/lib/network/population/lists";
import {
  ageBands,
  type CompanyRule,
  devices,
  type Expression,
  genders,
  type SegmentRule,
} from "@/lib/network/reach/expression";
import { coveredBy } from "@/lib/network/segments/taxonomy";
import { madeOn } from "../people";

/** One rule in the numbers of the columns: rows of one of `what`, how at least, not before the day. */
export interface PlannedRule {
  readonly of: "signals" | "companies";
  readonly what: readonly number[];
  readonly leastHow: number;
  readonly fromDay: number;
}

/** A question of the workload in the numbers of the columns; empty lists leave their attribute open. */
export interface Plan {
  readonly asksAboutCompanies: boolean;
  readonly countries: readonly number[];
  readonly regions: readonly number[];
  readonly ages: readonly number[];
  readonly genders: readonly number[];
  readonly devices: readonly number[];
  readonly groups: readonly (readonly PlannedRule[])[];
  readonly never: readonly PlannedRule[];
}

/** Throws for what the workload does not ask, rather than answer something else. */
export function planOf(question: Expression): Plan {
  const { languages, onSocial, activeWithinDays, recipients: to } = question;
  if (languages.length + to.length > 0 || onSocial !== null || activeWithinDays !== null) {
    throw new Error("The workload does not ask about languages, recipients, social or activity.");
  }
  const withCompanies = question.with.map(companyRule);
  const numbers = <T>(list: readonly T[], asked: readonly T[]) =>
    asked.map((one) => list.indexOf(one));
  const known = (list: ReadonlyMap<string, number>, asked: readonly string[]) =>
    asked.flatMap((one) => list.get(one) ?? []);
  return {
    asksAboutCompanies: question.with.length + question.newTo.length > 0,
    countries: known(countryIndexes, question.countries),
    regions: known(regionIndexes, question.regions),
    ages: numbers(ageBands, question.ageBands),
    genders: numbers(genders, question.genders),
    devices: numbers(devices, question.devices),
    groups: [
      ...question.groups.filter((group) => group.length > 0).map((group) => group.map(segmentRule)),
      ...(withCompanies.length > 0 ? [withCompanies] : []),
    ],
    never: [...question.never.map(segmentRule), ...question.newTo.map(companyRule)],
  };
}

export const segmentRule = ({ segment, withinDays, minStrength }: SegmentRule): PlannedRule => ({
  of: "signals",
  what: [...coveredBy(segment)].flatMap((one) => segmentIndexes.get(one) ?? []),
  leastHow: minStrength,
  fromDay: madeOn - withinDays,
});

function companyRule({ company, kind, withinDays }: CompanyRule): PlannedRule {
  if (kind !== null) throw new Error("The workload asks for relations of either kind.");
  return {
    of: "companies",
    what: [companyIndexes.get(company) ?? -1],
    leastHow: 0,
    fromDay: withinDays === null ? 0 : madeOn - withinDays,
  };
}

const firstBits = (purpose: (typeof purposes)[number]) =>
  purposes.indexOf(purpose) * recipients.length;

/** Where the consent bits of the two purposes begin, three recipients each. */
export const adsBits = firstBits("relevant_ads");
export const companyBits = firstBits("known_companies");

/** Whether some recipient may show ads (and, asked about companies, know the companies too). */
export function consents(consent: number, asksAboutCompanies: boolean): boolean {
  const ads = consent >> adsBits;
  return ((asksAboutCompanies ? ads & (consent >> companyBits) : ads) & 7) !== 0;
}
