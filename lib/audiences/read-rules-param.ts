import { noRules } from "./rule-values";
import { type Rules, rules } from "./rules";

/** The rules behind a word that `encodeRules` wrote; null when it is not one. */
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
