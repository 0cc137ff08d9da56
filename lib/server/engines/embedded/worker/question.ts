import { recipients } from "@/lib/network/consent/purposes";
import {
  countries,
  countryIndexes,
  languageIndexes,
  regionIndexes,
  regions,
  segmentIds,
  segmentIndexes,
} from "@/lib/network/population/lists";
import {
  ageBands,
  asksAboutCompanies,
  type CompanyRule,
  companyKinds,
  devices,
  type Expression,
  genders,
  listRule,
  type SegmentRule,
} from "@/lib/network/reach/expression";
import { coveredBy } from "@/lib/network/segments/taxonomy";
import type { Core } from "./core";

/** One rule for the core: people on any of the lists who pass the filter. */
export interface Clause {
  readonly key: string;
  /** Within days in the low byte (255: at any time), least strength above. */
  readonly filter: number;
  readonly lists: readonly number[];
}

/** An expression with every name turned into its index and every parent into the segments that it covers. */
export interface Question {
  readonly recipients: number;
  readonly asksAboutCompanies: boolean;
  /** Per country: 0 out, 1 in, 2 only its asked regions. */
  readonly countries: Uint8Array;
  readonly regions: readonly number[];
  readonly languages: readonly number[];
  readonly ages: number;
  readonly genders: number;
  readonly devices: number;
  readonly social: number;
  /** The earliest last active day that counts; 0 for any. */
  readonly activeSince: number;
  readonly groups: readonly (readonly Clause[])[];
  readonly never: readonly Clause[];
}

const ever = 255;
/** No member speaks it: keeps "only unknown languages" from meaning "any language". */
const noLanguage = 255;

/** Names that are in no list match nobody; they never widen a question. */
export function readQuestion(core: Core, expression: Expression): Question {
  const ofCompany = (rule: CompanyRule) => companyClause(core, rule);
  const related = [expression.with, expression.onLists.map(listRule)].filter(
    (rules) => rules.length > 0,
  );
  const { activeWithinDays } = expression;
  const groups = expression.groups.filter((group) => group.length > 0);
  return {
    recipients: bits(recipients, expression.recipients),
    asksAboutCompanies: asksAboutCompanies(expression),
    countries: countryVerdicts(expression),
    regions: indexes(regionIndexes, expression.regions),
    languages:
      expression.languages.length === 0
        ? []
        : [...indexes(languageIndexes, expression.languages), noLanguage],
    ages: bits(ageBands, expression.ageBands),
    genders: bits(genders, expression.genders),
    devices: bits(devices, expression.devices),
    social: expression.onSocial === null ? 3 : expression.onSocial ? 2 : 1,
    activeSince: activeWithinDays === null ? 0 : Math.max(0, core.wasm.today() - activeWithinDays),
    groups: [
      ...groups.map((group) => group.map(segmentClause)),
      ...related.map((rules) => rules.map(ofCompany)),
    ],
    never: [...expression.never.map(segmentClause), ...expression.newTo.map(ofCompany)],
  };
}

export function segmentClause({ segment, withinDays, minStrength }: SegmentRule): Clause {
  return {
    key: `${segment}/${withinDays}/${minStrength}`,
    filter: withinDays | (minStrength << 8),
    lists: indexes(segmentIndexes, [...coveredBy(segment)]),
  };
}

function companyClause(core: Core, { company, kind, withinDays }: CompanyRule): Clause {
  const index = core.companies.find(company);
  const kinds = kind === null ? companyKinds : [kind];
  return {
    // A company that nobody has worked with yet may get people later: its bitmap must not be kept for it.
    key: index === undefined ? "nobody" : `${company}/${kind}/${withinDays}`,
    filter: (withinDays ?? ever) | (1 << 8),
    lists: index === undefined ? [] : kinds.map((one) => companyList(index, one)),
  };
}

/** Lists of the core: one a segment, then one a company and kind. */
export const companyList = (company: number, kind: (typeof companyKinds)[number]): number =>
  segmentIds.length + company * companyKinds.length + companyKinds.indexOf(kind);

function countryVerdicts({ countries: named, regions: within }: Expression): Uint8Array {
  const open = named.length === 0 && within.length === 0;
  const verdicts = new Uint8Array(256).fill(open ? 1 : 0, 0, countries.length);
  for (const index of indexes(regionIndexes, within)) {
    const country = countryIndexes.get(regions[index]?.country ?? "");
    if (country !== undefined) verdicts[country] = 2;
  }
  for (const index of indexes(countryIndexes, named)) verdicts[index] = 1;
  return verdicts;
}

function indexes(list: ReadonlyMap<string, number>, names: readonly string[]): number[] {
  return names.flatMap((name) => list.get(name) ?? []);
}

/** A bit per entry that is asked for; nothing asked for leaves all open. */
function bits<T>(list: readonly T[], asked: readonly T[]): number {
  return list.reduce(
    (sum, entry, index) => (asked.length === 0 || asked.includes(entry) ? sum | (1 << index) : sum),
    0,
  );
}
