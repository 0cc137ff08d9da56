import { expect, test } from "vitest";
import { languages } from "@/lib/network/population/lists";
import { languageCodes, languageNames } from "./names";

test("the builder offers exactly the languages that the network knows", () => {
  expect([...languageCodes].sort()).toEqual(languages.map(({ code }) => code).sort());
  expect(languageNames().pt).toBe("Portuguese");
});
