import { describe, expect, test } from "vitest";
import { adsThatRan } from "./ads-that-ran";
import { approvedAmong } from "./shown-creative";
import { anAd, anAdSet, records, september } from "./testing";

describe("The public repository", () => {
  test("says what an ad said, who paid, on whose behalf, and when it was shown", () => {
    const adSet = anAdSet({ dsa_payor: "Lakeside Holding", dsa_beneficiary: "Lakeside Shops" });
    const [ad] = adsThatRan(records([anAd(1)], { adSet }));
    expect(ad).toMatchObject({
      ...{ id: 1, since: "2026-09-01", until: "2026-09-12", removed: null },
      content: { company: "Lakeside Bicycles", headline: "New bikes", text: "Spring is here" },
      ...{ paidBy: "Lakeside Holding", onBehalfOf: "Lakeside Shops" },
    });
  });

  test("names the account and the company where nobody else was declared", () => {
    const [ad] = adsThatRan(records([anAd(1)]));
    expect(ad).toMatchObject({
      paidBy: "Lakeside Bicycles Ltd",
      onBehalfOf: "Lakeside Bicycles",
    });
  });

  test("has no ad that reached nobody", () => {
    expect(adsThatRan(records([anAd(1)], { delivered: new Map() }))).toEqual([]);
    expect(adsThatRan(records([anAd(1)], { days: [] }))).toEqual([]);
  });

  test("keeps an archived and a deleted ad for a year after its last day, and no longer", () => {
    for (const status of ["ARCHIVED", "DELETED"] as const) {
      const at = (now: string) =>
        adsThatRan(
          records([anAd(1, { status })], {
            changes: [
              { objectId: 1, status: "ACTIVE", at: new Date("2026-08-30T08:00:00Z") },
              { objectId: 1, status, at: new Date("2026-09-08T08:00:00Z") },
            ],
            now: new Date(now),
          }),
        ).map(({ until }) => until);
      expect(at("2026-10-05T12:00:00Z")).toEqual(["2026-09-08"]);
      expect(at("2027-09-08T12:00:00Z")).toEqual(["2026-09-08"]);
      expect(at("2027-09-09T12:00:00Z")).toEqual([]);
    }
  });

  test("says why an ad was removed, and repeats neither what it said nor who paid", () => {
    const reviews = [
      { at: "2026-08-30T08:00:00.000Z", feedback: {} },
      { at: "2026-09-10T08:00:00.000Z", feedback: { SENSITIVE_TEXT: "The text suggests health." } },
    ];
    const removed = anAd(1, { data: { ...anAd(1).data, reviews } });
    const [ad] = adsThatRan(records([removed]));
    expect(ad).toMatchObject({
      ...{ content: null, paidBy: null, onBehalfOf: null, until: "2026-09-10" },
      removed: { since: "2026-09-10", reasons: ["The text suggests health."] },
    });
    expect(JSON.stringify(ad)).not.toMatch(/Lakeside|Spring|bikes/);
  });

  test("keeps an ad's new words to itself until somebody was shown them", () => {
    const changed = (on: string) => {
      const reviews = [
        { at: "2026-08-30T08:00:00.000Z", feedback: {}, creative: "40" },
        { at: on, feedback: {}, creative: "41" },
      ];
      const ad = anAd(1, { data: { ...anAd(1).data, creative: { id: "41" }, reviews } });
      return adsThatRan(records([ad]))[0]?.content?.text;
    };
    // In review at noon on 5 October, approved after the last delivered day, and in the middle of them.
    expect(changed("2026-10-05T11:50:00.000Z")).toBe("Spring is here");
    expect(changed("2026-09-20T08:00:00.000Z")).toBe("Spring is here");
    expect(changed("2026-09-05T08:00:00.000Z")).toBe("A secret sale");
  });

  test("tells somebody who was shown one of an ad set's ads about none that never was approved", () => {
    const reviewed = (id: number, feedback: Readonly<Record<string, string>>) =>
      anAd(id, { data: { ...anAd(id).data, reviews: [{ at: "2026-08-30T08:00:00Z", feedback }] } });
    const refused = reviewed(1, { SENSITIVE_TEXT: "The text suggests health." });
    expect(approvedAmong([refused, reviewed(2, {})])?.id).toBe(2);
    expect(approvedAmong([refused])).toBeNull();
  });

  test("shows each of two ads of an ad set on its own days", () => {
    const changes = [
      { objectId: 1, status: "ACTIVE" as const, at: new Date("2026-08-30T08:00:00Z") },
      { objectId: 1, status: "PAUSED" as const, at: new Date("2026-09-04T08:00:00Z") },
      { objectId: 2, status: "ACTIVE" as const, at: new Date("2026-09-06T08:00:00Z") },
    ];
    const ads = adsThatRan(records([anAd(1), anAd(2)], { changes, days: september(1, 9) }));
    expect(ads.map(({ id, since, until, ads: all }) => [id, since, until, all])).toEqual([
      [2, "2026-09-06", "2026-09-09", 2],
      [1, "2026-09-01", "2026-09-04", 2],
    ]);
  });

  test("says whom an ad was meant for and whom it left out, everything that was chosen", () => {
    const targeting = {
      geo_locations: { countries: ["DE"], regions: [{ key: "IN-KL" }] },
      ...{ age_min: 25, age_max: 44, genders: [2], locales: ["de"], user_os: ["ios"] },
      ...{ publisher_platforms: ["messenger", "photos"], nod_on_social: false },
      flexible_spec: [{ interests: [{ id: "243", nod_within_days: 30 }, { id: "244" }] }],
      exclusions: { interests: [{ id: "245", nod_min_strength: 3 }] },
      connections: [{ id: "p1", nod_kind: "customer_list" }],
      excluded_connections: [{ id: "p2" }],
      custom_audiences: [{ id: "7", name: "Our best customers" }],
      excluded_custom_audiences: [{ id: "8" }],
    };
    const [ad] = adsThatRan(records([anAd(1)], { adSet: anAdSet({ targeting }) }));
    expect(ad?.countries).toEqual(["DE", "IN"]);
    expect(ad?.audience).toMatchInlineSnapshot(`
      {
        "asked": [
          "Said yes to relevant ads, and to ads from companies they know, in the messenger or the photo app.",
          "Are in Germany or Kerala.",
          "Are aged 25 to 44.",
          "Gender: women.",
          "Use the app in German.",
          "Use an iPhone.",
          "Use the messenger and not the social network.",
          "Showed an interest in Automotive (in the last 30 days) or Auto Buying and Selling.",
          "Already work with Lakeside Bicycles (on its customer list).",
          "Are in an audience made from the advertiser’s own list of customers.",
        ],
        "leftOut": [
          "People under 18 or of unknown age.",
          "People who showed an interest in Auto Shows (strong interest).",
          "People who already work with Ridge.",
          "People in an audience made from the advertiser’s own list of customers.",
        ],
      }
    `);
    expect(JSON.stringify(ad)).not.toContain("Our best customers");
  });
});
