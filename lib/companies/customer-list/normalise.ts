import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";

const address = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;

/** As ad networks publish it: without spaces around it, in lower case. null: it is no address. */
export function normaliseEmail(value: string): string | null {
  const text = value.trim().toLowerCase();
  return address.test(text) ? text : null;
}

export interface Phone {
  /** Country code and number, digits only. */
  readonly digits: string;
  /** As long as a number may be, but of no range known to be in use there. */
  readonly unusual: boolean;
}

/**
 * Digits with the country code. A number without one is read as one of `country`; without a country, or when it has a length that no number
 * has, it is null.
 */
export function normalisePhone(value: string, country: string | null): Phone | null {
  const text = value.trim().replace(/^00(?=[1-9])/, "+");
  const here = country !== null && isSupportedCountry(country) ? country : undefined;
  const number = parsed(text, here);
  if (!number?.isPossible()) return null;
  const meant = withoutPlus(text, number, here) ?? number;
  return { digits: meant.number.slice(1), unusual: !meant.isValid() };
}

/** Where numbers may be so long that one written with its country's code and no plus could be a number inside the country: read as a mobile number, if it is one. */
function withoutPlus(text: string, inside: PhoneNumber, country: CountryCode | undefined) {
  if (!country || !text.startsWith(getCountryCallingCode(country))) return null;
  const whole = parsed(`+${text}`);
  if (!whole?.isValid() || whole.number === inside.number) return null;
  const surer = whole.getType() === "MOBILE" && inside.getType() !== "MOBILE";
  return surer || !inside.isValid() ? whole : null;
}

const parsed = (text: string, country?: CountryCode) =>
  parsePhoneNumberFromString(text, { ...(country && { defaultCountry: country }), extract: false });
