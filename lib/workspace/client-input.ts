import * as z from "zod/mini";
import { nameSchema } from "./person";
import { isTimeZone } from "./time-zones";

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** ISO 4217 codes, in order. */
export const listCurrencies = (): readonly string[] => [...currencies];

/** Minor units a major: 100 for EUR, 1 for JPY. */
export function minorUnitsOf(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
}

export const clientInput = z.object({
  name: nameSchema,
  currency: z
    .string()
    .check(z.refine((code) => currencies.has(code), "Choose a currency of the list.")),
  timeZone: z.string().check(z.refine(isTimeZone, "Choose a time zone of the list.")),
});
export type ClientInput = z.input<typeof clientInput>;
