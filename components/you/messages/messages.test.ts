import { describe, expect, test } from "vitest";
import { noticeLanguages } from "@/lib/network/consent/notices/notice";
import { formatsIn } from "./formats";
import { wordsIn } from "./words-in";

/** Every sentence by its path; functions are called with what they take: numbers and names read alike. */
function sentences(words: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof words === "function") return [[path, String(words(2, "x"))]];
  if (typeof words === "string") return [[path, words]];
  return Object.entries(words ?? {}).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
}

const english = new Map(sentences(wordsIn("en")));
/** Names that are the same in every language. */
const names = /\.(android|ios|desktop)$|^\.facts\.devices/;

describe.each(noticeLanguages.filter((one) => one !== "en"))("In %s", (language) => {
  const own = sentences(wordsIn(language));

  test("a member reads every sentence that there is in English", () => {
    expect(own.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    for (const [path, said] of own) expect(said.trim(), path).not.toBe("");
  });

  test("no sentence was left in English", () => {
    const same = own.filter(([path, said]) => english.get(path) === said && !names.test(path));
    expect(same).toEqual([]);
  });

  test("a sentence ends as it does in English", () => {
    const ends = (said: string) => /[.।:;?]$/.test(said);
    const differ = own.filter(([path, said]) => ends(said) !== ends(english.get(path) ?? ""));
    // Some labels need a colon where English needs none.
    expect(differ.filter(([, said]) => !said.endsWith(":"))).toEqual([]);
  });
});

test.each([
  ["en", "1 Sept 2026", "12,345"],
  ["de", "01.09.2026", "12.345"],
  ["pt", "1 de set. de 2026", "12.345"],
  ["hi", "1 सित॰ 2026", "12,345"],
] as const)(
  "days and numbers in %s are written as people write them there",
  (language, day, number) => {
    const formats = formatsIn(language);
    expect(formats.day("2026-09-01")).toBe(day);
    expect(formats.number(12_345)).toBe(number);
  },
);
