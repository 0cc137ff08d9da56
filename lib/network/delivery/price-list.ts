import { type Recipient, recipients } from "@/lib/network/consent/purposes";
import type { Expression } from "@/lib/network/reach/expression";

/** Median price of a thousand impressions in the United States, in US dollars. Assumptions of the simulation, not quotes. */
const medianUsd: Readonly<Record<string, number>> = {
  OUTCOME_AWARENESS: 12,
  OUTCOME_ENGAGEMENT: 13,
  OUTCOME_TRAFFIC: 14,
  OUTCOME_APP_PROMOTION: 16,
  OUTCOME_LEADS: 18,
  OUTCOME_SALES: 20,
};

/** What a thousand impressions cost compared with the United States. */
const levels: readonly { readonly level: number; readonly countries: string }[] = [
  { level: 1, countries: "US AU CH NO DK CA GB NZ" },
  { level: 0.8, countries: "DE SE NL AT IE FI BE JP SG HK IL AE" },
  { level: 0.6, countries: "FR IT ES PT GR CZ SA CL PL" },
  { level: 0.4, countries: "BR MX TR ZA MY RO HU AR TH KZ" },
];
const lowLevel = 0.25;

const levelOf = new Map(
  levels.flatMap(({ level, countries }) =>
    countries.split(" ").map((country) => [country, level] as const),
  ),
);

/** January is the cheapest month; October to December lie about 18 % above January to March. */
const months: readonly number[] = [0.93, 0.95, 0.98, 0.99, 1, 1, 0.99, 1, 1.03, 1.08, 1.15, 1.14];

/** Approximate units of a currency for one US dollar, fixed in the simulation; dollars for any other currency. */
const perUsd: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 0.92,
  GBP: 0.79,
  CHF: 0.88,
  SEK: 10.5,
  NOK: 10.7,
  DKK: 6.9,
  PLN: 4,
  CZK: 23,
  HUF: 360,
  RON: 4.6,
  UAH: 41,
  TRY: 33,
  ILS: 3.7,
  AED: 3.67,
  SAR: 3.75,
  EGP: 48,
  MAD: 10,
  DZD: 134,
  ZAR: 18.5,
  NGN: 1500,
  KES: 130,
  GHS: 15,
  TZS: 2600,
  UGX: 3750,
  ETB: 57,
  INR: 83,
  PKR: 278,
  BDT: 117,
  LKR: 300,
  NPR: 133,
  IDR: 16_000,
  MYR: 4.6,
  PHP: 57,
  SGD: 1.34,
  THB: 36,
  VND: 25_000,
  HKD: 7.8,
  JPY: 150,
  AUD: 1.5,
  NZD: 1.64,
  CAD: 1.36,
  BRL: 5.2,
  MXN: 18,
  COP: 4000,
  ARS: 900,
  CLP: 930,
  PEN: 3.75,
  KZT: 450,
};

/** Median price of a thousand impressions in the account's minor units on a day. */
export function medianCpmMinor(
  objective: string,
  expression: Expression,
  account: { readonly currency: string; readonly minorUnits: number },
  day: string,
): number {
  const usd = medianUsd[objective] ?? 14;
  const season = months[Number(day.slice(5, 7)) - 1] ?? 1;
  return (
    usd *
    placeLevel(expression) *
    placementLevel(expression) *
    season *
    (perUsd[account.currency] ?? 1) *
    account.minorUnits
  );
}

/** What an impression costs by the app that shows it, compared with the family's mean. An assumption of the simulation. */
export const placementPrice: Readonly<Record<Recipient, number>> = {
  messenger: 0.9,
  social: 1.1,
  photos: 1,
};

/** The mean of the named placements; 1 for the whole family. */
function placementLevel({ recipients: named }: Expression): number {
  const placements = named.length > 0 ? named : recipients;
  return (
    placements.reduce((sum, recipient) => sum + placementPrice[recipient], 0) / placements.length
  );
}

/** The mean of the places an audience names; without any, that of a network whose people mostly live in low-cost countries. */
function placeLevel({ countries, regions }: Expression): number {
  const places = [...new Set([...countries, ...regions.map((region) => region.slice(0, 2))])];
  if (places.length === 0) return 0.4;
  const sum = places.reduce((total, place) => total + (levelOf.get(place) ?? lowLevel), 0);
  return sum / places.length;
}
