import { expect, test } from "vitest";
import { sha256Hex } from "@/lib/network/consent/notices/notice-text";
import { publishedNotices } from "@/lib/network/consent/notices/published-notices";
import { GET } from "./route";

const answer = (href: string) => {
  const [, , , version = "", language = ""] = href.split("/");
  return GET(new Request("http://localhost"), { params: Promise.resolve({ version, language }) });
};

test("every version that somebody may have said yes to can be read in four languages, as the ledger's hash says it was", async () => {
  const published = publishedNotices();
  expect(published.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
    ["v4", true],
    ["v3", false],
  ]);
  for (const { version, since, texts } of published) {
    expect(texts.map(({ language }) => language)).toEqual([
      "English",
      "German",
      "Portuguese",
      "Hindi",
    ]);
    for (const { href, sha256 } of texts) {
      const text = await (await answer(href)).text();
      expect(text).toContain(`(${version}, ${since})`);
      expect(sha256Hex(text)).toBe(sha256);
    }
  }
});

test("a notice that never was is not found", async () => {
  for (const href of ["/api/notices/v9/en", "/api/notices/v4/fr", "/api/notices/__proto__/en"]) {
    expect((await answer(href)).status).toBe(404);
  }
});
