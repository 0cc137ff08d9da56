import { ageTable } from "./age-structure";
import { type AliasTable, aliasTable, zipf } from "./alias-table";
import { type Country, countries, languageIndexes, languageShares, regions } from "./lists";

/** Tables from which one member of a country is drawn. */
export interface CountryModel {
  readonly age: AliasTable;
  readonly gender: AliasTable;
  readonly device: AliasTable;
  /** Picks a place in the country's own stretch of `regions`; null where a country has none. */
  readonly region: AliasTable | null;
  readonly firstRegion: number;
  readonly language: AliasTable;
  /** Indexes into `languages`, in the order of the table. */
  readonly languages: readonly number[];
}

const kaiosShare: Readonly<Record<string, number>> = {
  IN: 0.04,
  NG: 0.03,
  BD: 0.025,
  ID: 0.02,
  PK: 0.02,
  KE: 0.02,
  TZ: 0.03,
  UG: 0.03,
  ET: 0.03,
  GH: 0.02,
};
const desktopShare = 0.015;

/** Where fewer women than men are on the phone; elsewhere 0.5. */
const womensShare: Readonly<Record<string, number>> = {
  IN: 0.44,
  PK: 0.38,
  BD: 0.42,
  NP: 0.46,
  EG: 0.46,
  NG: 0.45,
  DZ: 0.47,
  SA: 0.42,
  AE: 0.36,
  ET: 0.44,
};

/** How many members each country has, relative to the others. */
export const countryTable: AliasTable = aliasTable(countries.map(membersOf));

export const countryModels: readonly CountryModel[] = countries.map((country) => {
  const women = womensShare[country.code] ?? 0.5;
  const known = regions.filter((region) => region.country === country.code).length;
  const spoken = Object.entries(languageShares[country.code] ?? { en: 1 });
  return {
    age: ageTable(country.medianAge),
    gender: aliasTable([0.97 * women, 0.97 * (1 - women), 0.01, 0.02]),
    device: aliasTable(devicesOf(country)),
    region: known === 0 ? null : aliasTable(Array.from({ length: known }, (_, r) => zipf(r, 0.8))),
    firstRegion: regions.findIndex((region) => region.country === country.code),
    language: aliasTable(spoken.map(([, share]) => share)),
    languages: spoken.map(([code]) => languageIndexes.get(code) ?? 0),
  };
});

export function membersOf(country: Country): number {
  return country.populationMillions * country.messengerShare;
}

/** In the order of `devices`: android, ios, kaios, desktop. */
function devicesOf(country: Country): number[] {
  const kaios = kaiosShare[country.code] ?? 0.002;
  const rest = 1 - kaios - desktopShare;
  return [rest * country.androidShare, rest * (1 - country.androidShare), kaios, desktopShare];
}
