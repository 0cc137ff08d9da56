import {
  countryIndexes,
  languageIndexes,
  regionIndexes,
  unlistedLanguage,
} from "@/lib/network/population/lists";
import type { MemberChange } from "@/lib/network/reach/engine";

const highestMember = 2 ** 31 - 1;

/** What no engine holds: a place, a language or a number that cannot be. null: it can be held. */
export function whyNotHeld(change: MemberChange): RangeError | null {
  const { member } = change;
  if (!Number.isInteger(member) || member < 0 || member > highestMember) {
    return new RangeError(`A member cannot have the number ${member}.`);
  }
  if (change.type !== "moved" && change.type !== "joined") return null;
  const { country, region, language } = change;
  if (!countryIndexes.has(country)) return new RangeError(`"${country}" is no country here.`);
  if (region && !(regionIndexes.has(region) && region.startsWith(`${country}-`))) {
    return new RangeError(`"${region}" is no region of ${country}.`);
  }
  if (language !== undefined && language !== unlistedLanguage && !languageIndexes.has(language)) {
    return new RangeError(`"${language}" stands in no list of languages.`);
  }
  return null;
}
