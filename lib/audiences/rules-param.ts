import { canonicalText } from "./effective-rules";
import { noRules } from "./rule-values";
import type { Rules } from "./rules";

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
