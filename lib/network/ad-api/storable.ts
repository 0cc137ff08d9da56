import { decode, type Params } from "./params";

/** A NUL, or half of a surrogate pair: text that no database keeps. */
const unstorable = /\0|\p{Surrogate}/u;
/** Deeper nesting than any parameter has; far deeper, and walking it would exhaust the stack. */
const deepest = 64;

/** The first parameter that could not be kept: by a character in it, however deep, or by its nesting; null: none. */
export function firstUnstorable(params: Params): string | null {
  const found = Object.entries(params).find(
    ([name, value]) => unstorable.test(name) || isUnstorable(inner(value)),
  );
  return found ? found[0] : null;
}

/** JSON text in a query or form may hide such characters behind escapes, or nest deeply when it is long. */
const inner = (value: unknown): unknown =>
  typeof value === "string" && (value.length > 500 || /\\u(?:0000|d[89a-f])/i.test(value))
    ? [value, decode(value)]
    : value;

function isUnstorable(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest || level.some(holdsUnstorable)) return true;
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}

const holdsUnstorable = (value: unknown): boolean =>
  typeof value === "string"
    ? unstorable.test(value)
    : typeof value === "object" &&
      value !== null &&
      Object.keys(value).some((name) => unstorable.test(name));
