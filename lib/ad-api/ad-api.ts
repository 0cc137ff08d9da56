import type { Result } from "@/lib/result";
import type { AdApiRefusal } from "./error";
import type {
  Ad,
  AdSet,
  Campaign,
  ConfiguredStatus,
  Creative,
  InsightRow,
  Objective,
  Place,
  Segment,
} from "./objects";
import type { Change, Panel, Range } from "./panel";
import type { Targeting } from "./targeting";

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface EstimateOptions extends CallOptions {
  /**
   * live, as by default: for every edit. sharp: one step more exact, for an audience shown below 15,000; costs the most.
   * launch: the same below 5,000, and live when the budget does not allow it.
   */
  readonly precision?: "live" | "sharp" | "launch";
}

type Answer<T> = Promise<Result<T, AdApiRefusal>>;

/** One point of the curve "what you would reach a day". */
export interface CurvePoint {
  readonly spendMinor: number;
  readonly impressions: number;
  readonly reach: number;
}

export interface InsightsQuery {
  readonly level: "account" | "campaign" | "adset" | "ad";
  /** Inclusive days in the account's zone, YYYY-MM-DD. */
  readonly since: string;
  readonly until: string;
  /** Days per row; "all" is one row for the range. */
  readonly increment: number | "all";
  /** Only these campaigns, deduplicated across them. Empty: every campaign of the account. */
  readonly campaignIds: readonly string[];
  /** One row a part of the people reached; a range of fewer than 1,000 people stays whole. */
  readonly breakdown?: "age" | "gender" | "country" | "publisher_platform" | "frequency_value";
  /** Leave out the open day's projection. */
  readonly settledOnly?: boolean;
}

export interface KnownReach {
  readonly range: Range;
  /** The Monday of the week whose answer it is, ISO 8601. */
  readonly asOf: string;
  readonly change: Change | null;
}

export interface AudienceOverlap {
  /** People in at least one. */
  readonly total: Range;
  /** The Monday of the week whose answer it is, ISO 8601. */
  readonly asOf: string;
  /** People in exactly these; every mix has one. */
  readonly cells: readonly { readonly places: readonly number[]; readonly range: Range }[];
  /** People in each, in the order asked for. */
  readonly sizes: readonly Range[];
  readonly order: readonly {
    readonly place: number;
    /** People that this one adds to those before it. */
    readonly adds: Range;
    readonly reached: Range;
  }[];
}

interface CreateCampaign {
  readonly clientOperationId: string;
  readonly name: string;
  readonly objective: Objective;
  readonly status: "ACTIVE" | "PAUSED";
  /** Declared where the audience uses segments restricted to a special ad category; without it the ad set is refused. */
  readonly special?: {
    readonly categories: readonly (
      | "EMPLOYMENT"
      | "HOUSING"
      | "FINANCIAL_PRODUCTS_SERVICES"
      | "ONLINE_GAMBLING_AND_GAMING"
    )[];
    readonly countries: readonly string[];
  };
}

export interface CreateAdSet {
  readonly clientOperationId: string;
  readonly name: string;
  readonly campaignId: string;
  readonly targeting: Targeting;
  readonly budget:
    | { readonly kind: "daily"; readonly minor: number }
    | { readonly kind: "lifetime"; readonly minor: number };
  /** ISO 8601 with zone. */
  readonly startTime: string;
  readonly endTime: string | null;
  readonly maxFrequency: { readonly times: number; readonly days: number } | null;
  readonly beneficiary: string;
  readonly payor: string;
}

interface CreateCreative {
  readonly clientOperationId: string;
  readonly name: string;
  readonly pageId: string;
  readonly link: string;
  readonly message: string;
  readonly headline: string;
  readonly imageHash: string | null;
  readonly callToAction: string;
}

interface CreateAd {
  readonly clientOperationId: string;
  readonly name: string;
  readonly adSetId: string;
  readonly creativeId: string;
}

/**
 * Everything the dashboard may ask of the network. `accountId` is "act_<n>". Refusals are values;
 * a repeated create with the same clientOperationId answers the first object.
 */
export interface AdApi {
  reachPanel(accountId: string, targeting: Targeting, options?: EstimateOptions): Answer<Panel>;
  /** `dailyBudgetMinor` marks the asked budget on the curve. */
  deliveryEstimate(
    accountId: string,
    targeting: Targeting,
    options?: CallOptions,
  ): Answer<{ readonly curve: readonly CurvePoint[] }>;
  searchSegments(query: string, options?: CallOptions): Answer<readonly Segment[]>;
  /** The allowed taxonomy, parents before children. */
  browseSegments(options?: CallOptions): Answer<readonly Segment[]>;
  searchPlaces(query: string, options?: CallOptions): Answer<readonly Place[]>;
  uploadImage(
    accountId: string,
    bytesBase64: string,
  ): Answer<{ readonly hash: string; readonly url: string }>;
  createCampaign(accountId: string, input: CreateCampaign): Answer<{ readonly id: string }>;
  createAdSet(accountId: string, input: CreateAdSet): Answer<{ readonly id: string }>;
  createCreative(accountId: string, input: CreateCreative): Answer<{ readonly id: string }>;
  createAd(accountId: string, input: CreateAd): Answer<{ readonly id: string }>;
  setStatus(id: string, status: ConfiguredStatus): Answer<{ readonly success: true }>;
  getCampaign(id: string, options?: CallOptions): Answer<Campaign>;
  listCampaigns(accountId: string, options?: CallOptions): Answer<readonly Campaign[]>;
  listAdSets(campaignId: string, options?: CallOptions): Answer<readonly AdSet[]>;
  listAds(campaignId: string, options?: CallOptions): Answer<readonly Ad[]>;
  getCreative(id: string, options?: CallOptions): Answer<Creative>;
  insights(
    accountId: string,
    query: InsightsQuery,
    options?: CallOptions,
  ): Answer<readonly InsightRow[]>;
  /** Exclusive cells of 2-6 campaigns' reach in a range: how many people only one of them reached, and several. */
  reachOverlap(
    accountId: string,
    campaignIds: readonly string[],
    since: string,
    until: string,
    options?: CallOptions,
  ): Answer<{
    readonly total: Range;
    readonly cells: readonly { readonly campaignIds: readonly string[]; readonly range: Range }[];
  }>;
  /** The newest sizes that the workspace has of these audiences, in order; null: never asked. Asks nothing and costs nothing. */
  knownReach(
    accountId: string,
    targetings: readonly Targeting[],
    options?: CallOptions,
  ): Answer<readonly (KnownReach | null)[]>;
  /** How 2-6 audiences overlap: people in exactly these of them (by their places), and the order in which each next one adds the most. */
  audienceOverlap(
    accountId: string,
    targetings: readonly Targeting[],
    options?: CallOptions,
  ): Answer<AudienceOverlap>;
  /** Network time, ISO 8601, and how many times faster than the wall clock it runs. */
  clock(options?: CallOptions): Answer<{ readonly now: string; readonly rate: number }>;
}
