import type { Cells } from "@/lib/network/delivery/breakdown";

/** What an ad said and where it led. */
export interface AdContent {
  /** The company in whose name it speaks. */
  readonly company: string;
  readonly headline: string | null;
  readonly text: string;
  readonly description: string | null;
  /** As the ad API names it, such as LEARN_MORE. */
  readonly button: string | null;
  readonly link: string;
  /** Its picture is served under /api/images/<hash>. */
  readonly imageHash: string | null;
}

/** Whom an ad was meant for, in words. */
export interface AdAudience {
  readonly asked: readonly string[];
  readonly leftOut: readonly string[];
}

/** When whose people were counted: the ad set, or the whole campaign, and the days on which each delivered. */
export interface ReportedAs {
  readonly adSetIds: readonly number[];
  readonly since: string;
  readonly until: string;
}

/** One ad of the public repository. Nothing in it comes from people's data. */
export interface PublishedAd {
  readonly id: number;
  /** First and last day on which it was shown, YYYY-MM-DD in its account's time zone. */
  readonly since: string;
  readonly until: string;
  /** null: it was removed, and the repository may not repeat it. */
  readonly content: AdContent | null;
  /** null: it was removed. */
  readonly paidBy: string | null;
  readonly onBehalfOf: string | null;
  /** Why it was removed and since when; null: it was not. */
  readonly removed: { readonly since: string; readonly reasons: readonly string[] } | null;
  /** Codes of the countries it was meant for; empty: every country. */
  readonly countries: readonly string[];
  readonly audience: AdAudience;
  /** How many ads shared its ad set, and so its people. */
  readonly ads: number;
  /** What a report of its ad set by country is split into. */
  readonly byCountry: Cells;
  /** Reports whose released number of people says how many it reached, the best one first. */
  readonly reports: readonly ReportedAs[];
}
