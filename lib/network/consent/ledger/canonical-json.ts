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
  if (typeof value === "string" && isBroken(value)) {
    throw new RangeError("A text with half a surrogate pair has no canonical form.");
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  // Without a comparator, sort goes by UTF-16 code units.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(",")}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** The first look is quick and settles it for most texts. */
const isBroken = (text: string): boolean =>
  /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text);
