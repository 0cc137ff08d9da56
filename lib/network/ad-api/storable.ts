import { decode, type Params } from "./params";

/** A NUL, or half of a surrogate pair: text that no database keeps. */
const unstorable = /\0|\p{Surrogate}/u;

/** The first parameter that holds text which could not be kept, however deep; null: none does. */
export function firstUnstorable(params: Params): string | null {
  const found = Object.entries(params).find(
    ([name, value]) => unstorable.test(name) || holdsUnstorable(value) || hidesUnstorable(value),
  );
  return found ? found[0] : null;
}

/** JSON text in a query or form names such characters by escapes. */
const hidesUnstorable = (value: unknown): boolean =>
  typeof value === "string" &&
  /\\u(?:0000|d[89a-f])/i.test(value) &&
  holdsUnstorable(decode(value));

function holdsUnstorable(value: unknown): boolean {
  const left: unknown[] = [value];
  for (let one = left.pop(); one !== undefined || left.length > 0; one = left.pop()) {
    if (typeof one === "string" && unstorable.test(one)) return true;
    if (typeof one !== "object" || one === null) continue;
    for (const [name, inner] of Object.entries(one)) {
      if (unstorable.test(name)) return true;
      left.push(inner);
    }
  }
  return false;
}
