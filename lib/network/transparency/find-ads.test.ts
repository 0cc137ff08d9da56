import { describe, expect, test } from "vitest";
import { adsThatRan } from "./ads-that-ran";
import { findAds, readAdQuery } from "./find-ads";
import { anAd, anAdSet, records, september } from "./testing";

const asked = (address: string) => {
  const query = readAdQuery(new URLSearchParams(address));
  if (!query.ok) throw new Error(query.error.message);
  return query.value;
};
const adSet = anAdSet({
  dsa_payor: "Zürich Móveis",
  targeting: { geo_locations: { countries: ["BR"] } },
});
const all = adsThatRan(records([anAd(1), anAd(2), anAd(3)], { adSet, days: september(3, 9) }));
const found = (address: string) => findAds(all, asked(address)).ads.map(({ id }) => id);

describe("Whoever looks for ads", () => {
  test("finds them by words, payer, country and days, and by all of them together", () => {
    expect(found("q=BIKES")).toHaveLength(3);
    expect(found("q=lakeside+bicycles")).toHaveLength(3);
    expect(found("q=cars")).toEqual([]);
    expect(found("payer=zurich moveis")).toHaveLength(3);
    expect(found("country=BR")).toHaveLength(3);
    expect(found("country=DE")).toEqual([]);
    expect(found("since=2026-09-09")).toHaveLength(3);
    expect(found("since=2026-09-10")).toEqual([]);
    expect(found("until=2026-09-03")).toHaveLength(3);
    expect(found("until=2026-09-02")).toEqual([]);
    expect(found("ad=2")).toEqual([2]);
    expect(found("q=bikes&payer=z&country=BR&since=2026-09-01&until=2026-09-30")).toHaveLength(3);
  });

  test("finds an ad that was meant for every country by any of them", () => {
    const open = adsThatRan(records([anAd(1)]));
    expect(findAds(open, asked("country=IN")).total).toBe(1);
  });

  test("reads them page by page, each once", () => {
    const page = (n: number) => findAds(all, asked(`limit=2&page=${n}`));
    expect(page(1)).toMatchObject({ total: 3, pages: 2 });
    expect([...page(1).ads, ...page(2).ads].map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(page(3).ads).toEqual([]);
  });

  test("does not find a removed ad by what may not be repeated", () => {
    const reviews = [
      { at: "2026-08-30T08:00:00.000Z", feedback: {} },
      { at: "2026-09-06T08:00:00.000Z", feedback: { SENSITIVE_TEXT: "The text suggests health." } },
    ];
    const removed = anAd(4, { data: { ...anAd(4).data, reviews } });
    const one = adsThatRan(records([removed], { adSet, days: september(3, 9) }));
    for (const address of ["q=bikes", "payer=zürich"]) {
      expect(findAds(one, asked(address)).total, address).toBe(0);
    }
    expect(findAds(one, asked("country=BR")).total).toBe(1);
  });

  test.each([
    ["page=0", "page must be a number from 1 to 10000."],
    ["limit=101", "limit must be a number from 1 to 100."],
    ["page=1e3", "page must be a number from 1 to 10000."],
    ["since=2026-02-30", "since must be a day as YYYY-MM-DD."],
    ["country=de", "country must be two capital letters (ISO 3166-1)."],
    [`q=${"x".repeat(201)}`, "q must be at most 200 characters."],
    ["q=a&q=b", "q can be given once."],
    ["ad=x", "ad must be the number of an ad."],
    ["colour=red", /^The repository can be asked by q, payer, /],
    ["__proto__=x", /^The repository can be asked by q, payer, /],
  ])("is told what is wrong with %s", (address, message) => {
    const query = readAdQuery(new URLSearchParams(address));
    expect(query.ok ? null : query.error.message).toEqual(
      typeof message === "string" ? message : expect.stringMatching(message),
    );
  });

  test("is asked nothing by empty boxes", () => {
    expect(asked("q=&payer=&country=&since=&until=")).toEqual(asked(""));
  });
});
