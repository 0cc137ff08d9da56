import { numberLocale } from "./locale";

export interface Currency {
  /** ISO 4217 */
  readonly currency: string;
  /** 100 minor units a major for EUR, 1 for JPY. */
  readonly minorUnits: number;
}

/** "EUR 24,000" or "EUR 24,000.50" from minor units: the code is said because several currencies stand side by side. */
export function formatMoney(minor: number, { currency, minorUnits }: Currency): string {
  const digits = Math.round(Math.log10(minorUnits));
  return new Intl.NumberFormat(numberLocale, {
    style: "currency",
    currency,
    currencyDisplay: "code",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: "stripIfInteger",
  }).format(minor / minorUnits);
}
