import { describe, expect, test } from "vitest";
import { purposes, recipients } from "../purposes";
import { findNotice, noticeFor, noticeSha256 } from "./find-notice";
import { meaningOf } from "./meaning-of";
import { currentNotice, noticeLanguages, noticeVersions } from "./notice";
import { noticeText, sha256Hex } from "./notice-text";

/** Texts that people were shown: their receipts hold these hashes, so that none of them may ever change. */
const published: Readonly<Record<string, string>> = {
  "v3 en": "e94244d78a6a833732c3eb05cf7df3d4ecc8c50516df32e4998287179eac15ea",
  "v3 de": "9004feb92ac08c1125562b7a2bc9a1af79ea416ca538abedea426d4c7b9aa2ad",
  "v3 pt": "f160ae48c226c7b36912937adf44d5b319888efdc54ee9aa5537c403a1111b92",
  "v3 hi": "761ad385fd73d8d2319f3f4bddd242d86df143ca10907eb1d66f548a842f1e7c",
  "v4 en": "5b67d60a484bf08275e73ff1580f4225c7755e1afaf57edfe0e18f6706e00361",
  "v4 de": "84e6557521ed2893b53c3920ea574ef4ca5b813b62b185f07ba4447aea40cc0a",
  "v4 pt": "ddcc5388daab8289b7cf63747c14dba2fdf09e82ed3091c48143152e839164c5",
  "v4 hi": "d67dd8ccd8637115c46e5214c9025d82abc90c6d1e417807974c78da045f213c",
};

const everyText = noticeVersions.flatMap((version) =>
  noticeLanguages.map((language) => [version, language] as const),
);

describe("A notice", () => {
  test.each(everyText)("%s in %s is the text that was published", (version, language) => {
    expect(noticeSha256(version, language)).toBe(published[`${version} ${language}`]);
  });

  test.each(everyText)("%s in %s says everything it is hashed by", (version, language) => {
    const notice = findNotice(version, language);
    expect(notice).toMatchObject({ version, language });
    const text = notice ? noticeText(notice) : "";
    expect(sha256Hex(text)).toBe(noticeSha256(version, language));
    const said = [
      notice?.title,
      ...(notice?.intro ?? []),
      ...(notice?.promises ?? []),
      ...purposes.map((purpose) => notice?.purposes[purpose].means),
      ...recipients.map((recipient) => notice?.recipients[recipient].is),
    ];
    for (const sentence of said) {
      expect(sentence).toMatch(/\S/);
      expect(text).toContain(sentence);
    }
  });

  test("says each purpose in one sentence", () => {
    for (const [version, language] of everyText) {
      for (const purpose of purposes) {
        const means = findNotice(version, language)?.purposes[purpose].means;
        expect(means).toMatch(/^[^.।!?]+[.।]$/u);
      }
    }
  });

  test("is the newest one in every language", () => {
    for (const language of noticeLanguages) {
      expect(noticeFor(language).version).toBe(currentNotice);
    }
    expect(currentNotice).toBe(noticeVersions.at(-1));
  });

  test("that does not stand here has no hash", () => {
    for (const [version, language] of [
      ["v1", "en"],
      ["v4", "fr"],
      ["v4", null],
      ["constructor", "en"],
      ["v4", "constructor"],
    ] as const) {
      expect(noticeSha256(version, language)).toBeNull();
    }
  });
});

describe("The meaning of a purpose", () => {
  test("changed in v4 for how the app is used, and for nothing else", () => {
    const changed = purposes.filter((one) => meaningOf("v3", one) !== meaningOf("v4", one));
    expect(changed).toEqual(["product_metrics"]);
  });

  test("changes exactly where the sentence shown does", () => {
    for (const language of noticeLanguages) {
      for (const purpose of purposes) {
        const [before, after] = noticeVersions.map(
          (version) => findNotice(version, language)?.purposes[purpose].means,
        );
        expect(before !== after).toBe(meaningOf("v3", purpose) !== meaningOf("v4", purpose));
      }
    }
  });

  test("is unknown for a version that is not known here", () => {
    for (const version of ["v2", "v5", "", "4"]) {
      for (const purpose of purposes) expect(meaningOf(version, purpose)).toBeNull();
    }
  });
});
