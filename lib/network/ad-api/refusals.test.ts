import { beforeAll, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aCampaign, aCreative, aLaunch, aNetwork, type TestNetwork } from "./testing";

const page = companies[0]?.id ?? "";
let network: TestNetwork;
let launch: Awaited<ReturnType<typeof aLaunch>>;
beforeAll(async () => {
  network = await aNetwork();
  launch = await aLaunch(network, page);
});

const { is_adset_budget_sharing_enabled: _, ...noBudget } = aCampaign;
const without = (name: string, from: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));

type Case = readonly [
  what: string,
  edge: string,
  params: () => Record<string, unknown>,
  code: string,
  blame: string,
];
const cases: readonly Case[] = [
  ["without a name", "campaigns", () => without("name", aCampaign), "100", "name"],
  [
    "with an unknown objective",
    "campaigns",
    () => ({ ...aCampaign, objective: "FAME" }),
    "100",
    "objective",
  ],
  [
    "with an unknown parameter",
    "campaigns",
    () => ({ ...aCampaign, colour: "red" }),
    "100",
    "colour",
  ],
  [
    "without a budget or a word on sharing",
    "campaigns",
    () => noBudget,
    "100/4834011",
    "is_adset_budget_sharing_enabled",
  ],
  [
    "named after an illness",
    "campaigns",
    () => ({ ...aCampaign, name: "Diabetics DE" }),
    "100/1713230",
    "name",
  ],
  [
    "of a special category without its country",
    "campaigns",
    () => ({ ...aCampaign, special_ad_categories: ["HOUSING"] }),
    "100",
    "special_ad_category_country",
  ],
  [
    "below the least budget",
    "campaigns",
    () => ({ ...aCampaign, daily_budget: 99, bid_strategy: "LOWEST_COST_WITHOUT_CAP" }),
    "100/1885272",
    "daily_budget",
  ],
  [
    "from an unknown company",
    "adcreatives",
    () => aCreative("acme?"),
    "100",
    "object_story_spec.page_id",
  ],
  [
    "without a text",
    "adcreatives",
    () => ({ object_story_spec: { page_id: page, link_data: { link: "https://example.org" } } }),
    "100",
    "object_story_spec.link_data.message",
  ],
  [
    "with a creative that never was",
    "ads",
    () => ({
      name: "Ad",
      adset_id: launch.adSet,
      creative: { creative_id: "77" },
      status: "ACTIVE",
    }),
    "100/33",
    "creative.creative_id",
  ],
  [
    "with a campaign for a creative",
    "ads",
    () => ({
      name: "Ad",
      adset_id: launch.adSet,
      creative: { creative_id: launch.campaign },
      status: "ACTIVE",
    }),
    "100/33",
    "creative.creative_id",
  ],
];

describe("what cannot be made", () => {
  it.each(cases)(
    "%s (%s) says why and names the field",
    async (_what, edge, params, code, blame) => {
      const { status, body } = await network.post(`act_101/${edge}`, params());
      expect(status).toBe(400);
      const { error } = body;
      expect([error.code, error.error_subcode].filter(Boolean).join("/")).toBe(code);
      expect(error.error_data.blame_field_specs[0].join(".")).toBe(blame);
      expect(error).toMatchObject({
        error_user_msg: expect.stringMatching(/\.$/),
        fbtrace_id: expect.stringMatching(/^A/),
        is_transient: false,
      });
    },
  );

  it("is told from what can without making anything, when only validation is asked for", async () => {
    const ask = { ...aCampaign, name: "Trial", execution_options: ["validate_only"] };
    expect((await network.post("act_101/campaigns", ask)).body).toEqual({ success: true });
    const { body } = await network.get("act_101/campaigns", {
      filtering: [{ field: "name", operator: "CONTAIN", value: "trial" }],
    });
    expect(body.data).toEqual([]);
  });
});
