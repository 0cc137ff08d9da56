import type { AdObject } from "@/lib/network/ad-api/store";
import type { AdRecords } from "./ads-that-ran";
import type { DeliveredDays } from "./reports-of";

const made = new Date("2026-08-30T08:00:00Z");
const base = {
  accountId: "101",
  status: "ACTIVE",
  createdTime: made,
  updatedTime: made,
} as const;

export const anAd = (id: number, over: Partial<AdObject> = {}): AdObject => ({
  ...{ ...base, id, kind: "ad", parentId: 20 },
  data: {
    name: "An ad",
    creative: { id: "40" },
    reviews: [{ at: made.toISOString(), feedback: {} }],
  },
  ...over,
});

export const anAdSet = (data: Readonly<Record<string, unknown>> = {}): AdObject => ({
  ...{ ...base, id: 20, kind: "adset", parentId: 10 },
  data: { name: "Riders", targeting: {}, ...data },
});

const aCreative = (id: number, message: string): AdObject => ({
  ...{ ...base, id, kind: "creative", parentId: null },
  data: {
    object_story_spec: {
      page_id: "p1",
      link_data: { link: "https://lakeside.example/", message, name: "New bikes" },
    },
  },
});

export const september = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `2026-09-${String(from + i).padStart(2, "0")}`);

export const deliveredOn = (days: readonly string[], adSetId = 20): DeliveredDays => ({
  ...{ adSetId, campaignId: 10, days },
});

/** One company's ads in one ad set, which delivered on some days; network time is October 2026 unless it is said otherwise. */
export const records = (
  ads: readonly AdObject[],
  over: Partial<AdRecords> & { readonly adSet?: AdObject; readonly days?: readonly string[] } = {},
): AdRecords => ({
  ads,
  adSets: new Map([[20, over.adSet ?? anAdSet()]]),
  creatives: new Map([
    [40, aCreative(40, "Spring is here")],
    [41, aCreative(41, "A secret sale")],
  ]),
  accounts: new Map([
    [
      "101",
      {
        ...{ id: "101", workspaceId: "w", name: "Lakeside Bicycles Ltd", currency: "EUR" },
        ...{ minorUnits: 100, timeZone: "Europe/Berlin" },
      },
    ],
  ]),
  changes: ads.map(({ id }) => ({ objectId: id, status: "ACTIVE", at: made })),
  delivered: new Map([[20, deliveredOn(over.days ?? september(1, 12))]]),
  companies: new Map([
    ["p1", "Lakeside Bicycles"],
    ["p2", "Ridge"],
  ]),
  now: new Date("2026-10-05T12:00:00Z"),
  ...over,
});
