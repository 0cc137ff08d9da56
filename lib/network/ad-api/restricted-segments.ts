import type { CatalogueSegment } from "./catalogue";

/** The special ad category that a campaign must declare to use a segment; null: none. */
export function categoryFor({ policy, reason }: CatalogueSegment): string | null {
  if (policy !== "restricted" || reason === null) return null;
  const found = Object.entries(categoryOf).find(([start]) => reason.startsWith(start));
  return found ? found[1] : null;
}

/** By how the taxonomy's reason begins. */
const categoryOf: Readonly<Record<string, string>> = {
  "special ad category: employment": "EMPLOYMENT",
  "special ad category: housing": "HOUSING",
  "special ad category: financial products": "FINANCIAL_PRODUCTS_SERVICES",
  gambling: "ONLINE_GAMBLING_AND_GAMING",
};
