import type { AdApi } from "@/lib/ad-api/ad-api";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import type { ConfiguredStatus, InsightRow } from "@/lib/ad-api/objects";
import type { Panel, Range, Verdict } from "@/lib/ad-api/panel";
import type { Targeting } from "@/lib/ad-api/targeting";
import { aPartEach } from "@/lib/audiences/testing-world";
import { ok, type Result } from "@/lib/result";

type Kind = "campaign" | "adset" | "creative" | "ad" | "image";

interface FakeObject {
  readonly id: string;
  readonly kind: Kind;
  readonly accountId: string;
  readonly parentId: string | null;
  readonly input: Record<string, unknown>;
  status: ConfiguredStatus;
}

interface FakeAdApi {
  readonly adApi: AdApi;
  /** Everything created so far, in order; a repeat of an operation adds nothing. */
  readonly objects: readonly FakeObject[];
  /** Names of the calls, in order. */
  readonly calls: readonly string[];
  /** The next calls of this name are refused. */
  refuseNext(call: keyof AdApi, refusal: Partial<AdApiRefusal>, times?: number): void;
  /** Runs once before the next call of this name is answered: lets two people act at one moment, or the process die there. */
  before(call: keyof AdApi, act: () => Promise<void>): void;
  now: Date;
  verdict: Verdict;
  people: Range;
  rows: readonly InsightRow[];
  reviewed: boolean;
}

export const aRange = (shown: number, over: Partial<Range> = {}): Range => ({
  shown,
  lower: Math.round(shown * 0.97),
  upper: Math.round(shown * 1.03),
  step: 50,
  hidden: false,
  ...over,
});

/** A small honest network: keeps what it is told, answers a repeated operation with the first object, refuses on demand. */
export function fakeAdApi(): FakeAdApi {
  const objects: FakeObject[] = [];
  const calls: string[] = [];
  const refusals = new Map<string, { refusal: AdApiRefusal; times: number }>();
  const hooks = new Map<string, () => Promise<void>>();
  const operations = new Map<string, string>();

  async function answer<T>(call: keyof AdApi, value: () => T): Promise<Result<T, AdApiRefusal>> {
    calls.push(call);
    const hook = hooks.get(call);
    hooks.delete(call);
    await hook?.();
    const planned = refusals.get(call);
    if (planned && planned.times > 0) {
      planned.times -= 1;
      return { ok: false, error: planned.refusal };
    }
    return ok(value());
  }
  const find = (id: string) => objects.find((one) => one.id === id);

  function make(
    kind: Kind,
    accountId: string,
    input: { readonly clientOperationId: string },
    status: ConfiguredStatus,
    parentId: string | null = null,
  ): { id: string } {
    const known = operations.get(`${accountId}/${input.clientOperationId}`);
    if (known) return { id: known };
    const id = String(1000 + objects.length);
    objects.push({ id, kind, accountId, parentId, input: { ...input }, status });
    operations.set(`${accountId}/${input.clientOperationId}`, id);
    return { id };
  }
  const describe = (one: FakeObject) => ({
    id: one.id,
    account_id: one.accountId,
    name: String(one.input.name),
    objective: "OUTCOME_AWARENESS" as const,
    configured_status: one.status,
    effective_status: one.status,
    created_time: fake.now.toISOString(),
    updated_time: fake.now.toISOString(),
  });
  const panel = (): Panel => ({
    users_lower_bound: fake.people.lower,
    users_upper_bound: fake.people.upper,
    estimate_ready: true,
    nod_range: fake.people,
    nod_verdict: fake.verdict,
    nod_of: aRange(2_000_000),
    nod_keeps: [],
    nod_messaging_only: 0.3,
    nod_budget: { weekLeft: 1, spent: false },
    nod_as_of: fake.now.toISOString(),
    nod_can_sharpen: false,
    nod_suggestions: [],
    nod_notices: [],
    nod_parts: aPartEach({ as_of: fake.now.toISOString(), refused: null }),
    nod_change: null,
    nod_consents: { notices: [], imported: false },
  });

  const adApi: AdApi = {
    reachPanel: (_account, _targeting: Targeting) => answer("reachPanel", panel),
    deliveryEstimate: () =>
      answer("deliveryEstimate", () => ({
        curve: [
          { spendMinor: 10_000, impressions: 20_000, reach: 18_000 },
          { spendMinor: 40_000, impressions: 80_000, reach: 60_000 },
        ],
      })),
    searchSegments: () => answer("searchSegments", () => []),
    browseSegments: () => answer("browseSegments", () => []),
    searchPlaces: () => answer("searchPlaces", () => []),
    uploadImage: (_account, bytes) =>
      answer("uploadImage", () => ({ hash: `h${bytes.length}`, url: `/picture/h${bytes.length}` })),
    createCampaign: (account, input) =>
      answer("createCampaign", () => make("campaign", account, input, input.status)),
    createAdSet: (account, input) =>
      answer("createAdSet", () => make("adset", account, input, "ACTIVE", input.campaignId)),
    createCreative: (account, input) =>
      answer("createCreative", () => make("creative", account, input, "ACTIVE")),
    createAd: (account, input) =>
      answer("createAd", () => make("ad", account, input, "ACTIVE", input.adSetId)),
    setStatus: (id, status) =>
      answer("setStatus", () => {
        const one = find(id);
        if (one) one.status = status;
        return { success: true as const };
      }),
    getCampaign: (id) =>
      answer("getCampaign", () => {
        const one = find(id);
        if (!one) throw new Error(`No campaign ${id} in the fake network.`);
        return describe(one);
      }),
    listCampaigns: (account) =>
      answer("listCampaigns", () =>
        objects.filter((one) => one.kind === "campaign" && one.accountId === account).map(describe),
      ),
    listAdSets: () => answer("listAdSets", () => []),
    listAds: (campaignId) =>
      answer("listAds", () =>
        objects
          .filter((one) => one.kind === "ad" && find(one.parentId ?? "")?.parentId === campaignId)
          .map((one) => ({
            id: one.id,
            adset_id: one.parentId ?? "",
            campaign_id: campaignId,
            name: String(one.input.name),
            creative: { id: String(one.input.creativeId) },
            configured_status: one.status,
            effective_status: fake.reviewed ? one.status : ("PENDING_REVIEW" as const),
          })),
      ),
    getCreative: () => {
      throw new Error("The fake network reads no creatives.");
    },
    insights: (_account, { since, until, increment, breakdown }) =>
      answer("insights", () => {
        const days = fake.rows.filter((row) => row.date_start >= since && row.date_stop <= until);
        return increment === "all" && !breakdown ? days.slice(-1) : days;
      }),
    reachOverlap: () => answer("reachOverlap", () => ({ total: fake.people, cells: [] })),
    knownReach: (_account, targetings) => answer("knownReach", () => targetings.map(() => null)),
    audienceOverlap: () =>
      answer("audienceOverlap", () => ({
        ...{ total: fake.people, asOf: fake.now.toISOString(), cells: [], sizes: [], order: [] },
      })),
    clock: () => answer("clock", () => ({ now: fake.now.toISOString(), rate: 60 })),
  };

  const fake: FakeAdApi = {
    adApi,
    objects,
    calls,
    refuseNext: (call, refusal, times = 1) =>
      refusals.set(call, {
        times,
        refusal: { code: "invalid", message: "The network says no.", traceId: "t1", ...refusal },
      }),
    before: (call, act) => hooks.set(call, act),
    now: new Date("2026-09-01T08:00:00Z"),
    verdict: "good",
    people: aRange(430_000),
    rows: [],
    reviewed: true,
  };
  return fake;
}
