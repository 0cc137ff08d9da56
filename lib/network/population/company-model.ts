import { type AliasTable, aliasTable, zipf } from "./alias-table";
import { membersOf } from "./country-model";
import { companies, countries } from "./lists";
import { hashText } from "./random";

/** The first companies of the list are known everywhere; each other one has one country. */
const worldwide = 80;
const leastPerCountry = 3;

const homes = homeCountries();

/** Per country: which companies its members know, as indexes into `companies` with their popularity. */
export const companyModels: readonly {
  readonly table: AliasTable;
  readonly known: readonly number[];
}[] = countries.map((country, c) => {
  const known = companies
    .map((_, index) => index)
    .filter((index) => index < worldwide || homes[index] === c)
    .sort((a, b) => rank(a, country.code) - rank(b, country.code));
  return { known, table: aliasTable(known.map((_, place) => zipf(place, 0.9))) };
});

/** Companies of the country itself stand first, then the worldwide ones, each in an order of the country's own. */
function rank(company: number, country: string): number {
  const luck = hashText(`${companies[company]?.id}/${country}`);
  return company < worldwide ? luck : luck / 3;
}

/** Three companies for each country, the rest where most members are. */
function homeCountries(): number[] {
  const weights = countries.map(membersOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spread = companies.length - worldwide - leastPerCountry * countries.length;
  return companies.map((_, company) => {
    const local = company - worldwide;
    if (local < leastPerCountry * countries.length) return local % countries.length;
    let left = ((local - leastPerCountry * countries.length + 0.5) / spread) * total;
    return weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
  });
}
