export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * One text for one value, so that everybody hashes the same bytes. The rule of RFC 8785 for what the ledger holds: no spaces;
 * keys sorted by their UTF-16 code units; strings as JSON.stringify writes them; whole numbers only; UTF-8.
 * @throws RangeError for a number that is not whole or not exact, and for text with half a surrogate pair.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`${value} has no canonical form here: only whole numbers have.`);
  }
  if (typeof value === "string" && /\p{Surrogate}/u.test(value)) {
    throw new RangeError("A text with half a surrogate pair has no canonical form.");
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
