import { canonicalText } from "./effective-rules";
import { noRules, type Rules, rules } from "./rules";

/** Beyond this an address is cut by mail programs and proxies. */
const longest = 4_000;

/** Rules as one URL-safe word that says only what is chosen; null: too long for an address. */
export function encodeRules(value: Rules): string | null {
  const chosen = Object.entries(value).filter(
    ([key, part]) => canonicalText(part) !== canonicalText(noRules[key as keyof Rules]),
  );
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(chosen)));
  const word = btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
  return word.length <= longest ? word : null;
}

/** The rules behind such a word; null when it is not one. */
export function decodeRules(word: string): Rules | null {
  try {
    const text = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const chosen: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const parsed = rules.safeParse({ ...noRules, ...(chosen as Partial<Rules>) });
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
