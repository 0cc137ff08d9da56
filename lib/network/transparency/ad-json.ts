import type { ReachedPart } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";
import type { PublishedAd, ReportedAs } from "./published-ad";

interface Total {
  readonly people: ReleasedCount;
  readonly report: ReportedAs;
  readonly byCountry: readonly ReachedPart[];
}

/** An ad as `/api/ads` answers it (docs/decisions/031-transparency.md). */
export function adJson(ad: PublishedAd, total: Total | undefined, origin: string) {
  const { content, audience } = ad;
  return {
    id: String(ad.id),
    shown: { since: ad.since, until: ad.until },
    content: content && {
      company: content.company,
      headline: content.headline,
      text: content.text,
      description: content.description,
      button: content.button,
      link: content.link,
      image: content.imageHash && `${origin}/api/images/${content.imageHash}`,
    },
    paid_by: ad.paidBy,
    on_behalf_of: ad.onBehalfOf,
    removed: ad.removed,
    countries: ad.countries,
    audience: { asked: audience.asked, left_out: audience.leftOut },
    reached: total ? reachedJson(ad, total.people, total.report) : null,
    reached_by_country: (total?.byCountry ?? []).map(({ values: [country], people, share }) => ({
      ...{ country, people, share },
    })),
  };
}

/** A range, or that there were fewer people than may be said; and of whom. */
function reachedJson(ad: PublishedAd, people: ReleasedCount, report: ReportedAs) {
  const days = { since: report.since, until: report.until };
  const of = report.adSetIds.length > 1 ? "campaign" : ad.ads > 1 ? "ad_set" : "ad";
  return people.hidden
    ? { fewer_than: people.upper, of, ...days }
    : { from: people.lower, to: people.upper, of, ...days };
}
