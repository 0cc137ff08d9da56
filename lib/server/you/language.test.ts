import { expect, test } from "vitest";
import { languageFrom } from "./language";

test.each([
  [null, "en"],
  ["", "en"],
  ["fr-FR,fr;q=0.9", "en"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr, pt-BR;q=0.7, en;q=0.3", "pt"],
  ["en;q=0.2, hi;q=0.9", "hi"],
  ["de;q=0, pt", "pt"],
  ["*", "en"],
])("a browser that sends %j is answered in %s", (accept, language) => {
  expect(languageFrom(accept)).toBe(language);
});
