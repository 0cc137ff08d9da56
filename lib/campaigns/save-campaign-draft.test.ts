import { expect, test } from "vitest";
import { saveCampaignDraft } from "./save-campaign-draft";
import { aDraft, aPlan, aWorld } from "./testing";

async function world(state: "draft" | "launched" | "archived" = "draft") {
  const at = aWorld();
  await at.campaigns.save(aDraft({ state }));
  return at;
}

test("a draft keeps what was typed, also what cannot be launched yet", async () => {
  const at = await world();
  const plan = {
    name: " Spring ",
    link: "lakesi",
    budget: { kind: "daily" as const, minor: null },
  };
  const saved = await saveCampaignDraft(at.marketer, { campaignId: "k1", version: 1, plan });
  expect(saved).toMatchObject({ ok: true, value: { name: "Spring", version: 2, plan } });
});

test("of two people who type at once, the second is told and the first one's words stay", async () => {
  const at = await world();
  const first = { campaignId: "k1", version: 1, plan: aPlan({ headline: "First" }) };
  await saveCampaignDraft(at.as("marketer", "a1", "Ines"), first);
  const second = { ...first, plan: aPlan({ headline: "Second" }) };
  expect(await saveCampaignDraft(at.marketer, second)).toMatchObject({
    error: { code: "conflict", message: "Ines changed this draft in the meantime." },
  });
  expect((await at.campaigns.get("a1", "k1"))?.plan.headline).toBe("First");
});

test("a write whose answer was lost is sent again without a conflict", async () => {
  const at = await world();
  const input = { campaignId: "k1", version: 1, plan: aPlan({ headline: "Again" }) };
  const first = await saveCampaignDraft(at.marketer, input);
  expect(await saveCampaignDraft(at.marketer, input)).toEqual(first);
  expect((await at.campaigns.get("a1", "k1"))?.version).toBe(2);
});

test("a promise cannot be typed into a draft", async () => {
  const at = await world();
  const people = { shown: 9, lower: 9, upper: 9, step: 1, hidden: false };
  const plan = aPlan({ forecast: { people, curve: [] } });
  const saved = await saveCampaignDraft(at.marketer, { campaignId: "k1", version: 1, plan });
  expect(saved).toMatchObject({ ok: true, value: { plan: { forecast: null } } });
});

test("a launched or archived campaign is not a draft any more", async () => {
  for (const state of ["launched", "archived"] as const) {
    const at = await world(state);
    const input = { campaignId: "k1", version: 1, plan: aPlan() };
    expect(await saveCampaignDraft(at.marketer, input)).toMatchObject({
      error: { code: "not_a_draft" },
    });
  }
});

test("nonsense is refused, a viewer may not, another agency finds nothing", async () => {
  const at = await world();
  const input = { campaignId: "k1", version: 1, plan: aPlan() };
  const tooLong = { ...input, plan: aPlan({ message: "x".repeat(6000) }) };
  expect(await saveCampaignDraft(at.marketer, tooLong)).toMatchObject({
    error: { code: "invalid" },
  });
  expect(await saveCampaignDraft(at.viewer, input)).toMatchObject({ error: { code: "forbidden" } });
  expect(await saveCampaignDraft(at.stranger, input)).toMatchObject({
    error: { code: "not_found" },
  });
  expect((await at.campaigns.get("a1", "k1"))?.version).toBe(1);
});
