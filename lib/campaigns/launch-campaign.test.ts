import { describe, expect, test } from "vitest";
import { toTargeting } from "@/lib/audiences/to-targeting";
import type { Campaign } from "./campaign";
import { launchCampaign } from "./launch-campaign";
import { aDraft, anAudience, aPlan, aWorld } from "./testing";

async function world(over: Partial<Campaign> = {}, audiences = [anAudience()]) {
  const at = aWorld({ audiences });
  await at.campaigns.save(aDraft(over));
  return {
    ...at,
    launch: (version = 1) => launchCampaign(at.marketer, { campaignId: "k1", version }),
  };
}
const kinds = (at: Awaited<ReturnType<typeof world>>) => at.network.objects.map(({ kind }) => kind);
const stored = (at: Awaited<ReturnType<typeof world>>) => at.campaigns.get("a1", "k1");

const worksWith = (company: string) => ({
  ...anAudience().rules,
  relationship: { kind: "works_with" as const, companies: [company], by: null, withinDays: null },
});

describe("a launch", () => {
  test("sends campaign, ad set, creative and ad, and switches the campaign on last", async () => {
    const at = await world();
    const launched = await at.launch();
    expect(launched).toMatchObject({ ok: true, value: { state: "launched" } });
    expect(kinds(at)).toEqual(["campaign", "adset", "creative", "ad"]);
    expect(at.network.calls.indexOf("setStatus")).toBeGreaterThan(
      at.network.calls.indexOf("createAd"),
    );
    expect(at.network.objects[0]?.status).toBe("ACTIVE");
    expect(await at.campaigns.listActivity("a1", "k1")).toMatchObject([
      { what: "Launched", by: "Mara" },
    ]);
  });

  test("goes only to people who already work with the company, in the account's days", async () => {
    const at = await world();
    await at.launch();
    const adSet = at.network.objects[1]?.input;
    expect(adSet).toMatchObject({
      startTime: "2026-09-01T00:00:00+02:00",
      endTime: "2026-10-01T00:00:00+02:00",
      budget: { kind: "daily", minor: 80_000 },
      beneficiary: "Lakeside",
      payor: "Lakeside Cycles",
      targeting: { connections: [{ id: "p1" }] },
    });
    expect((await stored(at))?.launchedRules?.relationship).toMatchObject({ companies: ["p1"] });
  });

  test("with the switch off goes to the audience as it was saved", async () => {
    const at = await world({ plan: aPlan({ onlyCompanyPeople: false }) });
    await at.launch();
    expect(at.network.objects[1]?.input.targeting).toEqual(toTargeting(anAudience().rules));
  });

  test("declares a special ad category where the audience is", async () => {
    const at = await world({ plan: aPlan({ specialCategory: "HOUSING" }) });
    await at.launch();
    expect(at.network.objects[0]?.input.special).toEqual({
      categories: ["HOUSING"],
      countries: ["DE"],
    });
  });

  test("keeps what was promised: the people who fit and the curve of that moment", async () => {
    const at = await world();
    await at.launch();
    const promised = (await stored(at))?.plan.forecast;
    expect(promised?.people.shown).toBe(430_000);
    expect(promised?.curve).toHaveLength(2);
  });

  test("is written down with its rules before the network hears of it", async () => {
    const at = await world();
    let seen: Campaign | null = null;
    at.network.before("createCampaign", async () => {
      seen = await stored(at);
    });
    await at.launch();
    expect(seen).toMatchObject({ state: "launching", remote: {} });
  });
});

describe("a launch is refused", () => {
  test("field by field, all at once, and nothing is sent", async () => {
    const at = await world({
      plan: aPlan({
        headline: " ",
        link: "lakeside",
        startDay: "2026-08-31",
        endDay: "2026-08-01",
      }),
    });
    const refused = await at.launch();
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: "invalid",
        fields: {
          headline: "Write a headline.",
          link: "Use a full address that starts with https://.",
          startDay: "The first day is in the past.",
          endDay: "The last day is before the first one.",
        },
      },
    });
    expect(at.network.objects).toEqual([]);
    expect((await stored(at))?.state).toBe("draft");
  });

  test("when a day's money is below the minimum", async () => {
    const at = await world({ plan: aPlan({ budget: { kind: "lifetime", minor: 2000 } }) });
    expect(await at.launch()).toMatchObject({ error: { fields: { budget: expect.any(String) } } });
  });

  test("when the company is not the client's to use", async () => {
    const at = await world({ plan: aPlan({ companyId: "p7" }) });
    expect(await at.launch()).toMatchObject({
      error: { fields: { companyId: expect.any(String) } },
    });
  });

  test("when the audience is a draft, another client's, gone, or names another client's company", async () => {
    for (const audiences of [
      [anAudience({ state: "draft" })],
      [anAudience({ clientId: "c2" })],
      [anAudience({ agencyId: "a2" })],
      [anAudience({ rules: worksWith("p9") })],
      [],
    ]) {
      const at = await world({}, audiences);
      expect(await at.launch()).toMatchObject({
        error: { code: "invalid", fields: { audienceId: expect.any(String) } },
      });
      expect(at.network.objects).toEqual([]);
    }
  });

  test("when too few people fit", async () => {
    const at = await world();
    at.network.verdict = "too_small";
    expect(await at.launch()).toMatchObject({ error: { code: "too_small" } });
    expect(at.network.objects).toEqual([]);
    expect((await stored(at))?.state).toBe("draft");
  });

  test("when the week's new estimates are spent, or the reach cannot be checked", async () => {
    const at = await world();
    at.network.refuseNext("reachPanel", { code: "budget_spent" });
    expect(await at.launch()).toMatchObject({ error: { code: "budget_spent" } });
    at.network.refuseNext("clock", { code: "unavailable" });
    expect(await at.launch()).toMatchObject({ error: { code: "unavailable" } });
    expect((await stored(at))?.state).toBe("draft");
  });

  test("when the plan was changed after it was reviewed", async () => {
    const at = await world();
    expect(await at.launch(7)).toMatchObject({ error: { code: "conflict" } });
    expect(at.network.calls).toEqual([]);
  });

  test("to a viewer and an account manager, and not found for another agency", async () => {
    const at = await world();
    const input = { campaignId: "k1", version: 1 };
    expect(await launchCampaign(at.viewer, input)).toMatchObject({ error: { code: "forbidden" } });
    expect(await launchCampaign(at.accountManager, input)).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await launchCampaign(at.stranger, input)).toMatchObject({
      error: { code: "not_found" },
    });
    expect(at.network.calls).toEqual([]);
  });

  test("when it is archived", async () => {
    const at = await world({ state: "archived" });
    expect(await at.launch()).toMatchObject({ error: { code: "archived" } });
  });
});
