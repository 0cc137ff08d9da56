import { listCurrencies } from "./client-input";
import { listTimeZones } from "./time-zones";

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Currencies with their English names: "EUR, Euro". */
export function currencyOptions(): readonly Option[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return listCurrencies().map((code) => ({ value: code, label: `${code}, ${names.of(code)}` }));
}

/** Time zones as places: "Europe/Berlin". */
export const timeZoneOptions = (): readonly Option[] =>
  listTimeZones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
