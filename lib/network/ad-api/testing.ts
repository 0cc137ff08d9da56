import type { Delivery, DetailedInsight } from "@/lib/network/delivery/delivery";
import type { Dimension, Expression } from "@/lib/network/reach/expression";
import { greedyOrder } from "@/lib/network/reach/greedy-order";
import type { Overview } from "@/lib/network/release/overview";
import type { Release } from "@/lib/network/release/release";
import type { ReleasedCount, ReleasedOverlap } from "@/lib/network/release/released";
import { ok } from "@/lib/result";
import { nobodysCustomers } from "./custom-audience-testing";
import type { AdApiDeps } from "./deps";
import { createAdApi } from "./handle";
import { createInternalTokens } from "./internal-tokens";
import { memoryAccounts, memoryActivities, memoryObjects, memoryTokens } from "./memory-stores";
import type { LoggedActivity } from "./store";
import { testAccounts, testTokens } from "./testing-accounts";

/** A number as release would hand it out: below the floor hidden. */
function aReleased(people: number): ReleasedCount {
  const hidden = people < 1000;
  return {
    hidden,
    shown: hidden ? 0 : people,
    lower: hidden ? 0 : people - 100,
    upper: hidden ? 1000 : people + 100,
    step: 50,
    sigma: 50,
    launchable: people >= 1150,
    asOf: "2026-10-26T00:00:00.000Z",
  } as ReleasedCount;
}

/** Every choice halves the two million; one company leaves 800 people. */
export const peopleWho = (expression: Expression): number => {
  const choices = Object.values(expression).filter((value) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  ).length;
  const small = expression.with.length > 0 && expression.groups.length > 0;
  return small
    ? 800
    : Math.floor(2_000_000 / 2 ** (choices + Math.max(0, expression.groups.length - 1)));
};

/** As many thousands of people in a cell as its index says. */
function anOverlap(sides: number): ReleasedOverlap {
  const cells = Array.from({ length: 2 ** sides }, (_, index) => index * 1000);
  return {
    total: aReleased(5000),
    cells: cells.map(aReleased),
    sizes: Array.from({ length: sides }, () => aReleased(3000)),
    order: greedyOrder(cells).map(({ audience, adds, reached }) => ({
      ...{ index: audience, adds: aReleased(adds), reached: aReleased(reached) },
    })),
  };
}

/** A release without engine, noise or budget; `spent` refuses every question. */
function fakeRelease(): Release & { spent: boolean } {
  const refusal = { ok: false, error: { code: "budget_spent", message: "Used up." } } as const;
  const parts = (expression: Expression, by: readonly Dimension[]) =>
    (by[0] === "social" ? ["yes", "no"] : ["a", "b"]).map((value) => ({
      value,
      people: peopleWho(expression) / 2,
      share: 0.5,
      asOf: "2026-10-26T00:00:00.000Z",
    }));
  const release = {
    spent: false,
    count: async (_by: unknown, expression: Expression) =>
      release.spent ? refusal : ok(aReleased(peopleWho(expression))),
    coarse: async (_by: unknown, expression: Expression) =>
      release.spent ? refusal : ok(aReleased(peopleWho(expression))),
    cells: async (_by: unknown, expression: Expression, by: readonly Dimension[]) =>
      release.spent ? refusal : ok(parts(expression, by)),
    share: async (_by: unknown, before: Expression, after: Expression) =>
      release.spent
        ? refusal
        : ok({ share: peopleWho(after) / peopleWho(before), asOf: "2026-10-26T00:00:00.000Z" }),
    overlap: async (_by: unknown, expressions: readonly Expression[]) =>
      release.spent ? refusal : ok(anOverlap(expressions.length)),
    change: async () => null,
    known: async (_by: unknown, expressions: readonly Expression[]) =>
      expressions.map((one) => ({ count: aReleased(peopleWho(one)), change: null })),
    reached: async () => [],
    reachedCells: async () => ok([]),
    reachedOverlap: async () => ok(anOverlap(2)),
    pacingSize: async () => ok(aReleased(0)),
    verdict: (count: ReleasedCount) => (count.hidden ? ("too_small" as const) : ("good" as const)),
    left: async () => (release.spent ? 0 : 0.8),
  };
  return release;
}

/** Delivery that answers two given days for every campaign asked for. */
function fakeDelivery(): Delivery & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const row = (since: string, projected: boolean): DetailedInsight => ({
    campaignId: null,
    adSetId: null,
    adId: null,
    conversions: projected ? null : { lead: 2 },
    part: null,
    since,
    until: since,
    impressions: 4000,
    spendMinor: 1234,
    clicks: projected ? null : 40,
    reach: aReleased(projected ? 500 : 2000),
    cumulativeReach: aReleased(2500),
    projected,
    reachBasis: projected ? "open_day" : "released",
    cumulativeBasis: projected ? "open_day" : "released",
  });
  return {
    asked,
    settle: async () => null,
    erase: async () => undefined,
    insights: async (ask) => {
      asked.push(ask);
      return [row(ask.since, false), row(ask.until, true)];
    },
    overlap: async (_account, ids) => ok(anOverlap(ids.length)),
    forecast: async () => [
      { spendMinor: 1000, impressions: 2000, reach: 1500 },
      { spendMinor: 2000, impressions: 4000, reach: 2600 },
    ],
  };
}

/** An ad API with two workspaces: w1 with the accounts 101 and 102, w2 with 201. `advance` moves network time. */
export async function aNetwork(over: Partial<AdApiDeps> = {}) {
  let now = Date.parse("2026-11-20T10:00:00Z");
  const internalTokens = createInternalTokens();
  const release = fakeRelease();
  const delivery = fakeDelivery();
  const bugs: unknown[] = [];
  const log: LoggedActivity[] = [];
  let lastId = 1000;
  const deps = {
    objects: memoryObjects(log),
    activities: memoryActivities(log),
    accounts: memoryAccounts(testAccounts),
    tokens: memoryTokens(await testTokens()),
    internalTokens,
    release,
    overview: (): Overview | null => null,
    customers: nobodysCustomers(),
    delivery,
    clock: { now: () => new Date(now), rate: 60 },
    newId: () => {
      lastId += 1;
      return lastId;
    },
    pause: async () => undefined,
    onBug: (error: unknown) => bugs.push(error),
    faults: true,
    ...over,
  };
  const handle = createAdApi(deps);
  const token = internalTokens.issue("w1");

  async function call(
    method: string,
    path: string,
    params: Record<string, unknown> = {},
    as = token,
  ) {
    const url = new URL(`http://nod.test/graph/v24.0/${path}`);
    const init: RequestInit = { method, headers: { authorization: `Bearer ${as}` } };
    if (method === "POST") init.body = JSON.stringify(params);
    else {
      for (const [name, value] of Object.entries(params)) {
        url.searchParams.set(name, typeof value === "string" ? value : JSON.stringify(value));
      }
    }
    const response = await handle(new Request(url, init));
    return { status: response.status, body: JSON.parse(await response.text()) };
  }

  return {
    ...deps,
    release,
    delivery,
    bugs,
    handle,
    token,
    strangersToken: internalTokens.issue("w2"),
    advance: (minutes: number) => {
      now += minutes * 60_000;
    },
    get: (path: string, params?: Record<string, unknown>, as?: string) =>
      call("GET", path, params, as),
    post: (path: string, params?: Record<string, unknown>, as?: string) =>
      call("POST", path, params, as),
    remove: (path: string, as?: string) => call("DELETE", path, {}, as),
  };
}

export type TestNetwork = Awaited<ReturnType<typeof aNetwork>>;

export const aCampaign = {
  name: "Autumn",
  objective: "OUTCOME_TRAFFIC",
  status: "ACTIVE",
  special_ad_categories: [],
  is_adset_budget_sharing_enabled: false,
};

export const anAdSet = (campaignId: string) => ({
  name: "Riders",
  campaign_id: campaignId,
  status: "ACTIVE",
  targeting: {
    geo_locations: { countries: ["DE"] },
    targeting_automation: { advantage_audience: 0 },
  },
  billing_event: "IMPRESSIONS",
  optimization_goal: "REACH",
  daily_budget: 5000,
  dsa_beneficiary: "Lakeside",
  dsa_payor: "Lakeside",
});

export const aCreative = (pageId: string) => ({
  name: "Bicycle",
  object_story_spec: {
    page_id: pageId,
    link_data: { link: "https://example.org/ride", message: "Ride on", name: "New bicycles" },
  },
});

/** Campaign, ad set, creative and ad, made through the API; answers their ids. */
export async function aLaunch(network: TestNetwork, pageId: string, account = "act_101") {
  const made = async (edge: string, params: Record<string, unknown>): Promise<string> => {
    const { status, body } = await network.post(`${account}/${edge}`, params);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const campaign = await made("campaigns", aCampaign);
  const adSet = await made("adsets", anAdSet(campaign));
  const creative = await made("adcreatives", aCreative(pageId));
  const ad = await made("ads", {
    name: "Ad",
    adset_id: adSet,
    creative: { creative_id: creative },
    status: "ACTIVE",
  });
  return { campaign, adSet, creative, ad };
}
