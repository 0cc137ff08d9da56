/** Where the Digital Services Act asks who an ad is for and who pays (the 27 members of the European Union). */
const euCountries: ReadonlySet<string> = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);

export const isInEu = (country: string): boolean => euCountries.has(country);
