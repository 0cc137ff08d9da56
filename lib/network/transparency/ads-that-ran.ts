import { approvedSpans, reviewAt, reviewsOf } from "@/lib/network/ad-api/review-state";
import { intersect, type Span, switchedOn } from "@/lib/network/ad-api/spans";
import { storyOf } from "@/lib/network/ad-api/specs/creative-spec";
import type { AdAccount, AdObject, StatusChange } from "@/lib/network/ad-api/store";
import { toExpression } from "@/lib/network/ad-api/targeting-expression";
import { type TargetingSpec, targetingSchema } from "@/lib/network/ad-api/targeting-schema";
import { cellsOf } from "@/lib/network/delivery/breakdown";
import { addDays, dayOf } from "@/lib/network/delivery/calendar";
import type { AdContent, PublishedAd } from "./published-ad";
import { type DeliveredDays, reportsOf } from "./reports-of";
import { sayAudience } from "./say-audience";
import { shownCreative } from "./shown-creative";

/** For how long after its last day an ad stays in the repository. */
export const keptDays = 365;

/** What the network has about its ads, also of those that were archived or deleted. */
export interface AdRecords {
  readonly ads: readonly AdObject[];
  readonly adSets: ReadonlyMap<number, AdObject>;
  readonly creatives: ReadonlyMap<number, AdObject>;
  readonly accounts: ReadonlyMap<string, AdAccount>;
  readonly changes: readonly StatusChange[];
  readonly delivered: ReadonlyMap<number, DeliveredDays>;
  /** Names by id. */
  readonly companies: ReadonlyMap<string, string>;
  /** Network time. */
  readonly now: Date;
}

/** Every ad that was shown to anybody in the last year, the one shown last first. */
export function adsThatRan(records: AdRecords): readonly PublishedAd[] {
  const on = switchedOn(records.changes);
  const byCampaign = new Map<number, DeliveredDays[]>();
  for (const one of records.delivered.values()) {
    byCampaign.set(one.campaignId, [...(byCampaign.get(one.campaignId) ?? []), one]);
  }
  const inAdSet = new Map<number, number>();
  for (const { parentId } of records.ads) {
    if (parentId !== null) inAdSet.set(parentId, (inAdSet.get(parentId) ?? 0) + 1);
  }
  const published = records.ads.flatMap((ad): PublishedAd[] => {
    const adSet = records.adSets.get(ad.parentId ?? 0);
    const account = records.accounts.get(ad.accountId);
    const delivered = records.delivered.get(ad.parentId ?? 0);
    if (!adSet || !account || !delivered) return [];
    const today = dayOf(records.now, account.timeZone);
    const daysIn = (approved: readonly Span[]) =>
      daysWithin(delivered.days, intersect(on(ad.id), approved), account.timeZone);
    const shown = daysIn(approvedSpans(ad));
    const [since, until] = [shown[0], shown.at(-1)];
    const creative = records.creatives.get(shownCreative(ad, (one) => daysIn([one]).length > 0));
    if (!creative || !since || !until || until < addDays(today, -keptDays)) return [];
    const targeting = targetingSchema.parse(adSet.data.targeting);
    return [
      {
        ...{ id: ad.id, since, until, ads: inAdSet.get(adSet.id) ?? 1 },
        ...whoAndWhat(ad, adSet, account, creative, records),
        countries: countriesOf(targeting),
        byCountry: cellsOf("country", [toExpression(targeting)]),
        audience: sayAudience(targeting, records.companies),
        reports: reportsOf(delivered, byCampaign.get(delivered.campaignId) ?? [], today),
      },
    ];
  });
  return published.sort((a, b) => (a.until === b.until ? b.id - a.id : a.until < b.until ? 1 : -1));
}

function daysWithin(days: readonly string[], spans: readonly Span[], timeZone: string): string[] {
  const live = spans.map(({ from, to }) => ({
    first: dayOf(from, timeZone),
    last: to ? dayOf(to, timeZone) : "9999-12-31",
  }));
  return days.filter((day) => live.some(({ first, last }) => first <= day && day <= last));
}

/** A removed ad is not repeated, nor whose it was: the repository says why it was removed instead (article 39(3) of the DSA). */
function whoAndWhat(
  ad: AdObject,
  adSet: AdObject,
  account: AdAccount,
  creative: AdObject,
  { now, companies }: AdRecords,
): Pick<PublishedAd, "content" | "paidBy" | "onBehalfOf" | "removed"> {
  const review = reviewAt(ad, now);
  if (review.state === "disapproved") {
    const since = dayOf(new Date(reviewsOf(ad).at(-1)?.at ?? now), account.timeZone);
    const removed = { since, reasons: Object.values(review.feedback) };
    return { content: null, paidBy: null, onBehalfOf: null, removed };
  }
  const content = contentOf(creative, companies);
  return {
    content,
    paidBy: textOf(adSet.data.dsa_payor) ?? account.name,
    onBehalfOf: textOf(adSet.data.dsa_beneficiary) ?? content.company,
    removed: null,
  };
}

function contentOf(creative: AdObject, companies: ReadonlyMap<string, string>): AdContent {
  const { page_id: page, link_data: link } = storyOf(creative.data);
  return {
    company: companies.get(page) ?? page,
    headline: link.name ?? null,
    text: link.message,
    description: link.description ?? null,
    button: link.call_to_action?.type ?? null,
    link: link.link,
    imageHash: link.image_hash ?? null,
  };
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value : null;

function countriesOf({ geo_locations: places }: TargetingSpec): readonly string[] {
  const regions = places?.regions?.map(({ key }) => key.split("-")[0] ?? key) ?? [];
  return [...new Set([...(places?.countries ?? []), ...regions])].sort();
}
