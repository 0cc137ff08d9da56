/**
 * The least daily budget in major units, about one US dollar in round amounts of the currency.
 * A currency that is not listed asks for one unit of itself.
 */
const leastDaily: Readonly<Record<string, number>> = {
  AED: 4,
  ARS: 1000,
  AUD: 2,
  BDT: 120,
  BRL: 5,
  CAD: 1,
  CHF: 1,
  CLP: 1000,
  COP: 4000,
  CZK: 25,
  DKK: 7,
  DZD: 130,
  EGP: 50,
  ETB: 130,
  EUR: 1,
  GBP: 1,
  GHS: 15,
  HKD: 8,
  HUF: 350,
  IDR: 16000,
  ILS: 4,
  INR: 80,
  JPY: 150,
  KES: 130,
  KRW: 1400,
  KZT: 500,
  LKR: 300,
  MAD: 10,
  MXN: 20,
  MYR: 5,
  NGN: 1500,
  NOK: 10,
  NPR: 130,
  NZD: 2,
  PEN: 4,
  PHP: 60,
  PKR: 280,
  PLN: 4,
  RON: 5,
  SAR: 4,
  SEK: 10,
  SGD: 1,
  THB: 35,
  TRY: 40,
  TZS: 2500,
  UAH: 40,
  UGX: 3700,
  USD: 1,
  VND: 25000,
  ZAR: 18,
};

/** The least daily budget of an account, in its minor units. */
export const leastDailyMinor = (currency: string, minorUnits: number): number =>
  (leastDaily[currency] ?? 1) * minorUnits;

/** The least daily budget of every listed currency, in its minor units. */
export const leastDailyBudgets = (): readonly {
  readonly currency: string;
  readonly minor: number;
}[] =>
  Object.keys(leastDaily).map((currency) => ({
    currency,
    minor: leastDailyMinor(currency, 10 ** decimalsOf(currency)),
  }));

const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;
