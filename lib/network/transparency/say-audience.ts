import { toExpression } from "@/lib/network/ad-api/targeting-expression";
import type { TargetingSpec } from "@/lib/network/ad-api/targeting-schema";
import { countries, languages, regions } from "@/lib/network/population/lists";
import type { CompanyRule, Expression, SegmentRule } from "@/lib/network/reach/expression";
import { getSegment } from "@/lib/network/segments/taxonomy";
import type { AdAudience } from "./published-ad";

const list = new Intl.ListFormat("en-GB", { type: "disjunction" });
const or = (words: readonly string[]): string => list.format(words);

const placeNames = new Map([...countries, ...regions].map(({ code, name }) => [code, name]));
const languageNames = new Map(languages.map(({ code, name }) => [code, name]));
const named = (names: ReadonlyMap<string, string>, codes: readonly string[]): string =>
  or(codes.map((code) => names.get(code) ?? code));

const deviceNames = {
  android: "an Android phone",
  ios: "an iPhone",
  kaios: "a KaiOS phone",
  desktop: "a computer",
} as const;
const genderNames = {
  female: "women",
  male: "men",
  other: "another",
  unknown: "not known",
} as const;
const appNames = {
  messenger: "the messenger",
  social: "the social network",
  photos: "the photo app",
} as const;
const strengthNames = { 1: "", 2: "clear or strong interest", 3: "strong interest" } as const;
const kindNames = {
  customer_list: "on its customer list",
  conversation: "in conversation",
} as const;

/** Whom an ad set asks for and leaves out, as sentences; `companies` are names by id. Nothing that was chosen is unsaid. */
export function sayAudience(
  targeting: TargetingSpec,
  companies: ReadonlyMap<string, string>,
): AdAudience {
  const asked = toExpression(targeting);
  const company = (rule: CompanyRule) => sayCompany(rule, companies);
  const lists = targeting.custom_audiences?.length ?? 0;
  const leftOutLists = targeting.excluded_custom_audiences?.length ?? 0;
  return {
    asked: [
      sayConsent(asked, lists + leftOutLists > 0),
      ...sayWho(asked),
      ...asked.groups.map((group) => `Showed an interest in ${or(group.map(saySegment))}.`),
      ...(asked.with.length > 0 ? [`Already work with ${or(asked.with.map(company))}.`] : []),
      ...(lists > 0
        ? ["Are in an audience made from the advertiser’s own list of customers."]
        : []),
    ],
    leftOut: [
      "People under 18 or of unknown age.",
      ...asked.never.map((rule) => `People who showed an interest in ${saySegment(rule)}.`),
      ...asked.newTo.map((rule) => `People who already work with ${company(rule)}.`),
      ...(leftOutLists > 0
        ? ["People in an audience made from the advertiser’s own list of customers."]
        : []),
    ],
  };
}

function sayConsent({ recipients, with: known, newTo }: Expression, lists: boolean): string {
  const apps = recipients.map((recipient) => appNames[recipient]);
  const where = apps.length > 0 ? or(apps) : "at least one app of the family";
  const related = lists || known.length + newTo.length > 0;
  const also = related ? ", and to ads from companies they know" : "";
  return `Said yes to relevant ads${also}, in ${where}.`;
}

function sayWho(asked: Expression): readonly string[] {
  const places = [...asked.countries, ...asked.regions];
  const { ageBands, genders, languages: spoken, devices, onSocial, activeWithinDays } = asked;
  const first = ageBands.at(0)?.split("-")[0];
  const last = ageBands.at(-1)?.split("-")[1];
  return [
    places.length > 0 && `Are in ${named(placeNames, places)}.`,
    ageBands.length > 0 &&
      (last ? `Are aged ${first} to ${last}.` : `Are aged ${first?.replace("+", "")} or over.`),
    genders.length > 0 && `Gender: ${or(genders.map((gender) => genderNames[gender]))}.`,
    spoken.length > 0 && `Use the app in ${named(languageNames, spoken)}.`,
    devices.length > 0 && `Use ${or(devices.map((device) => deviceNames[device]))}.`,
    onSocial === true && "Use the social network.",
    onSocial === false && "Use the messenger and not the social network.",
    activeWithinDays !== null && `Used the messenger in the last ${activeWithinDays} days.`,
  ].filter((sentence) => sentence !== false);
}

function saySegment({ segment, withinDays, minStrength }: SegmentRule): string {
  const own = [
    withinDays === 180 ? "" : `in the last ${withinDays} days`,
    strengthNames[minStrength],
  ].filter((part) => part !== "");
  const name = getSegment(segment)?.name ?? segment;
  return own.length > 0 ? `${name} (${own.join(", ")})` : name;
}

function sayCompany(rule: CompanyRule, companies: ReadonlyMap<string, string>): string {
  const own = [
    rule.kind === null ? "" : kindNames[rule.kind],
    rule.withinDays === null ? "" : `in the last ${rule.withinDays} days`,
  ].filter((part) => part !== "");
  const name = companies.get(rule.company) ?? "a company";
  return own.length > 0 ? `${name} (${own.join(", ")})` : name;
}
