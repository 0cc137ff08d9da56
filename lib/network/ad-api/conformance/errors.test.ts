import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import { coveredBy, listAllowed, taxonomySegments } from "@/lib/network/segments/taxonomy";
import { type ErrorCode, errorRows } from "../error-rows";
import { aCampaign, anAdSet } from "../testing";
import { aClient, type TestClient } from "./a-client";
import { hour, overAsked, overUsed } from "./over-asked";

let client: TestClient;
/** Whose accounts, engine and budget are all away. */
let broken: TestClient;
let launch: Awaited<ReturnType<TestClient["launch"]>>;
beforeAll(async () => {
  client = await aClient();
  broken = await aClient({
    accounts: {
      get: async () => {
        throw new Error("secret words of the database");
      },
      list: async () => {
        throw new EngineUnavailable("A part of the engine is away.");
      },
    },
  });
  launch = await client.launch();
});
afterAll(async () => {
  await client.close();
  await broken.close();
});

const budget = { daily_budget: 5000, bid_strategy: "LOWEST_COST_WITHOUT_CAP" };
const adSet = (over: Readonly<Record<string, unknown>>, targeting = {}) => {
  const whole = anAdSet(launch.campaign);
  return client.post("act_101/adsets", {
    ...whole,
    ...over,
    targeting: { ...whole.targeting, ...targeting },
  });
};
const forbidden = taxonomySegments.find(({ policy }) => policy === "forbidden")?.id ?? "";
const liking = (...ids: string[]) => ({ interests: ids.map((id) => ({ id })) });
/** The same interests in three boxes, each at a strength and a freshness of its own. */
const leaves = listAllowed().filter(({ id }) => coveredBy(id).size === 1);
const boxes = [7, 30, 90].map((nod_within_days, at) => ({
  interests: leaves
    .slice(0, 13)
    .map(({ id }) => ({ id, nod_within_days, nod_min_strength: at + 1 })),
}));

/** What the rows of a report answer at once, when delivery does this. */
async function reportOf(insights: TestClient["network"]["delivery"]["insights"]) {
  const own = await aClient();
  own.network.delivery.insights = insights;
  const { body } = await own.post("act_101/insights", { date_preset: "yesterday" });
  await new Promise((turn) => setTimeout(turn, 20));
  const answer = await own.get(`${body.report_run_id}/insights`);
  await own.close();
  return answer;
}

type Answer = ReturnType<TestClient["say"]>;
/** Each row of the documentation's table, met at least once; a row without a case does not compile. */
const cases: Readonly<Record<ErrorCode, () => readonly Answer[]>> = {
  "190": () => [
    client.say("me", { as: null }),
    client.say("act_101", { as: null, method: "POST" }),
  ],
  "190/463": () => [client.say("me", { as: "old" })],
  "190/467": () => [client.say("me", { as: "nonsense" })],
  "102": () => [client.say("me", { as: `nod_internal_${"0".repeat(64)}` })],
  "200": () => [
    client.post("act_101/campaigns", aCampaign, "reader"),
    client.post(launch.campaign, { name: "Mine" }, "reader"),
    client.remove(launch.campaign, "reader"),
  ],
  "100/33": () => [
    client.get("999999"),
    client.get("act_201"),
    client.get("act_201/campaigns"),
    client.get("act_102", {}, "lakeside"),
    client.get(launch.campaign, {}, client.network.strangersToken),
    client.post(launch.campaign, { name: "Mine" }, client.network.strangersToken),
    client.remove(launch.campaign, client.network.strangersToken),
    client.get("", { ids: "act_201" }),
    client.post("act_101/ads", {
      name: "Ad",
      status: "PAUSED",
      adset_id: launch.adSet,
      creative: { creative_id: 77 },
    }),
  ],
  "100": () => [
    client.post("act_101/campaigns", { ...aCampaign, name: "" }),
    client.post("act_101/campaigns", { ...aCampaign, objective: "FAME" }),
    client.post("act_101/campaigns", { ...aCampaign, colour: "red" }),
    client.post("act_101/campaigns", {}),
    client.get("act_101", { fields: "colour" }),
    client.get("act_101/campaigns", { limit: -1 }),
    client.get("search"),
    client.post("act_101/adsets", { ...anAdSet(launch.campaign), targeting: "no JSON" }),
    adSet({}, { age_min: 20 }),
    adSet({}, { colour: "red" }),
  ],
  "100/4834011": () => [
    client.post("act_101/campaigns", { ...aCampaign, is_adset_budget_sharing_enabled: null }),
  ],
  "100/1885621": () => [
    client
      .post("act_101/campaigns", { ...aCampaign, ...budget })
      .then(({ body }) => adSet({ campaign_id: body.id })),
  ],
  "100/1870227": () => [
    adSet({}, { targeting_automation: {} }),
    adSet({}, { targeting_automation: undefined }),
  ],
  "100/1885364": () => [adSet({}, { geo_locations: undefined }), adSet({}, { geo_locations: {} })],
  "100/1487079": () => [
    adSet({}, { flexible_spec: [liking(forbidden)] }),
    adSet({}, { flexible_spec: [liking("999999")] }),
    adSet({}, { exclusions: liking(forbidden) }),
    client.get("act_101/reachestimate", { targeting_spec: { flexible_spec: [liking(forbidden)] } }),
  ],
  "100/1885272": () => [
    adSet({ daily_budget: 1 }),
    client.post("act_101/campaigns", { ...aCampaign, ...budget, daily_budget: 99 }),
  ],
  "100/1713230": () => [
    client.post("act_101/campaigns", { ...aCampaign, name: "Diabetics DE" }),
    adSet({ name: "Deep in debt" }),
  ],
  "2500": () => [
    client.get("act_101/campaigns/x"),
    client.get("act_101/colours"),
    client.post("me", {}),
    client.remove("act_101"),
    client.get("act_101", { fields: "name{" }),
    client.say("%ff"),
  ],
  "4": () => [overAsked({ app: { ...hour, calls: 2 } }, () => "act_101")],
  "17/2446079": () => [
    overAsked({ account: { most: 2, windowMs: 60_000, shutMs: 60_000 } }, () => "act_101"),
  ],
  "613/1487742": () => [
    overAsked({ burst: { most: 2, windowMs: 60_000, shutMs: 60_000 } }, () => ({
      method: "POST",
      path: "act_101/campaigns",
      body: JSON.stringify(aCampaign),
    })),
  ],
  "80000/2446079": () => [overUsed("ads_insights", "act_101/insights")],
  "80003/2446079": () => [overUsed("custom_audience", "act_101/customaudiences")],
  "80004/2446079": () => [overUsed("ads_management", "act_101/campaigns")],
  "613/9100001": () => {
    client.network.release.spent = true;
    const asked = client.get("act_101/reachestimate", { targeting_spec: {} });
    return [
      asked.finally(() => {
        client.network.release.spent = false;
      }),
    ];
  },
  "100/9100002": () => [
    client.post("act_101/reachestimate", {
      method: "GET",
      targeting_spec: { flexible_spec: boxes },
    }),
  ],
  "100/9100006": () => [
    client
      .post("act_101/customaudiences", {
        ...{ name: "Nobody yet", subtype: "CUSTOM", customer_file_source: "USER_PROVIDED_ONLY" },
      })
      .then(({ body }) => adSet({}, { custom_audiences: [{ id: body.id }] })),
  ],
  "2601": () => [reportOf(() => new Promise(() => {}))],
  "2601/9100007": () => [
    reportOf(async () => {
      throw new Error("The database is away.");
    }),
  ],
  "2/9100003": () => [broken.get("me/adaccounts")],
  "1": () => [broken.get("act_101")],
};

const words = expect.stringMatching(/^\(#\d+\) .+/);

describe("a refusal", () => {
  it.each(errorRows)("$code: $when", async ({ code, status, ...row }) => {
    const answers = await Promise.all(cases[code]());
    expect(answers.length).toBeGreaterThan(0);
    for (const { body, status: got, headers } of answers) {
      const { error } = body;
      expect([got, error.code, error.error_subcode].filter(Boolean).join("/")).toBe(
        `${status}/${code}`,
      );
      expect(error).toMatchObject({
        message: words,
        type: code === "100/33" ? "GraphMethodException" : "OAuthException",
        error_user_msg: expect.any(String),
        fbtrace_id: headers["x-fb-trace-id"],
        is_transient: "transient" in row,
      });
      if (code.startsWith("100") && code !== "100/33") {
        const [blamed] = error.error_data.blame_field_specs;
        expect(blamed.length).toBeGreaterThan(0);
      }
      if (code === "1") expect(JSON.stringify(body)).not.toContain("secret");
      expect(Boolean("ours" in row)).toBe((error.error_subcode ?? 0) >= 9_000_000);
    }
  });

  it("of what belongs to somebody else has the very words of what never was", async () => {
    const never = await client.get("987654321");
    const theirs = await client.get(launch.campaign, {}, client.network.strangersToken);
    const said = (answer: typeof never) => {
      const { fbtrace_id: _, ...error } = answer.body.error;
      return JSON.parse(JSON.stringify(error).replaceAll(/987654321|\b1\d{3}\b/g, "ID"));
    };
    expect(said(theirs)).toEqual(said(never));
  });

  it("that was asked for in test mode is what a client would meet: throttled, transient, slow", async () => {
    for (const [fault, expected] of [
      ["4", [400, 4, undefined, false]],
      ["17/2446079", [400, 17, 2_446_079, false]],
      ["613", [400, 613, undefined, false]],
      ["80000", [400, 80_000, undefined, false]],
      ["80003", [400, 80_003, undefined, false]],
      ["80004", [400, 80_004, undefined, false]],
      ["1", [500, 1, undefined, true]],
      ["2", [500, 2, undefined, true]],
    ] as const) {
      const { status, body } = await client.say("act_101", { headers: { "x-mock-fault": fault } });
      const { code, error_subcode, is_transient } = body.error;
      expect([status, code, error_subcode, is_transient]).toEqual(expected);
    }
    const slow = await client.say("act_101", { headers: { "x-mock-fault": "slow:5" } });
    expect(slow.status).toBe(200);
  });

  it("cannot be asked for outside test mode", async () => {
    const live = await aClient({ faults: false });
    const { status } = await live.say("act_101", { headers: { "x-mock-fault": "1" } });
    await live.close();
    expect(status).toBe(200);
  });
});
