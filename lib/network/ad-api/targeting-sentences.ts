import type { Catalogue } from "./catalogue";
import type { TargetingSpec } from "./targeting-schema";

export interface Line {
  readonly content: string;
  readonly children: readonly string[];
}

type Group = NonNullable<TargetingSpec["exclusions"]>;
interface Named {
  readonly id: string;
  readonly name?: string | undefined;
}

const genderNames = { 1: "Men", 2: "Women" } as const;
const platformNames = { messenger: "Messenger", social: "Social network", photos: "Photos" };
const systemNames = { android: "Android", ios: "iOS", kaios: "KaiOS", desktop: "Desktop" };

/** A targeting in words, for people: what is not narrowed has no line, but ages and places always have theirs. */
export const sentenceLines = (
  targeting: TargetingSpec,
  catalogue: Catalogue,
  audiences: ReadonlyMap<string, string> = new Map(),
): readonly Line[] =>
  [
    ...who(targeting, catalogue),
    ...what(targeting, catalogue),
    ...relations(targeting, audiences),
    line("Signals", freshness(targeting)),
  ].filter(({ children }) => children.length > 0);

function who(targeting: TargetingSpec, catalogue: Catalogue): readonly Line[] {
  const { geo_locations: places, age_min: from = 18, age_max: to = 65, genders = [] } = targeting;
  const keys = [...(places?.countries ?? []), ...(places?.regions ?? []).map(({ key }) => key)];
  const languages = new Map(catalogue.listLanguages().map(({ key, name }) => [key, name]));
  return [
    line("Location", keys.length === 0 ? ["Everywhere"] : keys.map(placeNames(catalogue))),
    line("Age", [`${from} - ${to >= 65 ? "65+" : to}`]),
    line("Gender", new Set(genders).size === 1 ? genders.map((one) => genderNames[one]) : []),
    line(
      "Language",
      (targeting.locales ?? []).map((code) => languages.get(code) ?? code),
    ),
    line(
      "Device",
      (targeting.user_os ?? []).map((name) => systemNames[name]),
    ),
    line(
      "Placement",
      (targeting.publisher_platforms ?? []).map((name) => platformNames[name]),
    ),
  ];
}

function what(targeting: TargetingSpec, catalogue: Catalogue): readonly Line[] {
  const names = ({ interests = [], behaviors = [] }: Group) =>
    [...interests, ...behaviors].map(({ id }) => catalogue.getSegment(id)?.name ?? id);
  const groups = (targeting.flexible_spec ?? []).map(names).filter(({ length }) => length > 0);
  return [
    ...groups.map((group, index) =>
      line(index === 0 ? "People who match" : "And must also match", group),
    ),
    line("Exclude people who match", names(targeting.exclusions ?? {})),
  ];
}

const relations = (
  targeting: TargetingSpec,
  audiences: ReadonlyMap<string, string>,
): readonly Line[] => [
  line("Works with", named(targeting.connections)),
  line("New to", named(targeting.excluded_connections)),
  line("Customer lists", named(targeting.custom_audiences, audiences)),
  line("Not on customer lists", named(targeting.excluded_custom_audiences, audiences)),
  line("Social network", social(targeting.nod_on_social)),
];

const line = (name: string, children: readonly string[]): Line => ({
  content: `${name}:`,
  children,
});

const placeNames =
  (catalogue: Catalogue) =>
  (key: string): string =>
    catalogue.getPlace(key)?.name ?? key;

const named = (
  list: readonly Named[] = [],
  names: ReadonlyMap<string, string> = new Map(),
): string[] => list.map(({ id, name }) => names.get(id) ?? name ?? id);

const social = (on: boolean | undefined): readonly string[] =>
  on === undefined ? [] : [on ? "On it too" : "Messaging only"];

const freshness = ({ nod_within_days: days, nod_min_strength: strength }: TargetingSpec) => [
  ...(days === undefined ? [] : [`Of the last ${days} days`]),
  ...(strength === undefined ? [] : [`Of strength ${strength} or more`]),
];
