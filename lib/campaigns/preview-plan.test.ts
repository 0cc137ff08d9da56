import { expect, test } from "vitest";
import type { AdApi } from "@/lib/ad-api/ad-api";
import type { Targeting } from "@/lib/ad-api/targeting";
import { launchCampaign } from "./launch-campaign";
import { previewPlan } from "./preview-plan";
import { aDraft, anAudience, aWorld } from "./testing";

const asked = { clientId: "c1", audienceId: "au1", companyId: "p1", onlyCompanyPeople: true };

test("the preview asks for exactly the people that launching sends to", async () => {
  const at = aWorld();
  const targetings: Targeting[] = [];
  const { reachPanel } = at.network.adApi;
  const watched: AdApi = {
    ...at.network.adApi,
    reachPanel: (account, targeting, options) => {
      targetings.push(targeting);
      return reachPanel(account, targeting, options);
    },
  };
  const ctx = { ...at.marketer, adApi: watched };
  const preview = await previewPlan(ctx, asked);
  expect(preview).toMatchObject({
    ok: true,
    value: { verdict: "good", people: { shown: 430_000 } },
  });
  await at.campaigns.save(aDraft());
  await launchCampaign(ctx, { campaignId: "k1", version: 1 });
  expect(targetings).toHaveLength(2);
  expect(targetings[1]).toEqual(targetings[0]);
  expect(at.network.objects[1]?.input.targeting).toEqual(targetings[0]);
});

test("too few people to show have no forecast", async () => {
  const at = aWorld();
  at.network.people = { shown: 0, lower: 0, upper: 1000, step: 50, hidden: true };
  const preview = await previewPlan(at.marketer, asked);
  expect(preview).toMatchObject({ ok: true, value: { people: { hidden: true }, curve: [] } });
  expect(at.network.calls).not.toContain("deliveryEstimate");
});

test("another client's audience or company is not previewed", async () => {
  const at = aWorld({ audiences: [anAudience({ clientId: "c2" })] });
  expect(await previewPlan(at.marketer, asked)).toMatchObject({ error: { code: "no_audience" } });
  const own = aWorld();
  expect(await previewPlan(own.marketer, { ...asked, companyId: "p9" })).toMatchObject({
    error: { code: "no_company" },
  });
});

test("an audience that names a company of somebody else is not counted", async () => {
  const { rules } = anAudience();
  const companies = ["p9"];
  for (const relationship of [
    { kind: "works_with" as const, companies, by: null, withinDays: null },
    { kind: "new_to" as const, companies },
  ]) {
    const audience = anAudience({ state: "draft", rules: { ...rules, relationship } });
    const at = aWorld({ audiences: [audience] });
    const preview = await previewPlan(at.marketer, { ...asked, onlyCompanyPeople: false });
    expect(preview).toMatchObject({ error: { code: "foreign_company" } });
    expect(at.network.calls).toEqual([]);
  }
});

test("a viewer may not ask for estimates, and another agency finds no such client", async () => {
  const at = aWorld();
  expect(await previewPlan(at.viewer, asked)).toMatchObject({ error: { code: "forbidden" } });
  expect(await previewPlan(at.stranger, asked)).toMatchObject({ error: { code: "not_found" } });
  expect(at.network.calls).toEqual([]);
});
