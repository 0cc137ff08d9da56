import { expect, test } from "vitest";
import { archiveCampaign } from "./archive-campaign";
import { launchCampaign } from "./launch-campaign";
import { pauseCampaign } from "./pause-campaign";
import { resumeCampaign } from "./resume-campaign";
import { aDraft, aWorld } from "./testing";

async function world(launched = true) {
  const at = aWorld();
  await at.campaigns.save(aDraft());
  if (launched) await launchCampaign(at.marketer, { campaignId: "k1", version: 1 });
  const log = async () => (await at.campaigns.listActivity("a1", "k1")).map(({ what }) => what);
  return { ...at, log, status: () => at.network.objects[0]?.status };
}

test("a campaign is paused and resumed at the network, and the log says who did it, in network time", async () => {
  const at = await world();
  at.network.now = new Date("2026-09-05T12:00:00Z");
  expect(await pauseCampaign(at.accountManager, "k1")).toMatchObject({ ok: true });
  expect(at.status()).toBe("PAUSED");
  at.network.now = new Date("2026-09-06T12:00:00Z");
  expect(await resumeCampaign(at.marketer, "k1")).toMatchObject({ ok: true });
  expect(at.status()).toBe("ACTIVE");
  expect(await at.campaigns.listActivity("a1", "k1")).toMatchObject([
    { what: "Resumed", by: "Mara", at: new Date("2026-09-06T12:00:00Z") },
    { what: "Paused", at: new Date("2026-09-05T12:00:00Z") },
    { what: "Launched" },
  ]);
});

test("a network that refuses leaves the log as it was", async () => {
  const at = await world();
  at.network.refuseNext("setStatus", { code: "unavailable", message: "Try later." });
  expect(await pauseCampaign(at.marketer, "k1")).toMatchObject({ error: { code: "unavailable" } });
  expect(await at.log()).toEqual(["Launched"]);
});

test("a draft cannot be paused", async () => {
  const at = await world(false);
  expect(await pauseCampaign(at.marketer, "k1")).toMatchObject({ error: { code: "not_launched" } });
});

test("archiving stops a running campaign, keeps it, and can be said twice", async () => {
  const at = await world();
  expect(await archiveCampaign(at.marketer, "k1")).toMatchObject({
    ok: true,
    value: { state: "archived" },
  });
  expect(at.status()).toBe("ARCHIVED");
  expect(await archiveCampaign(at.marketer, "k1")).toMatchObject({ ok: true });
  expect(await at.log()).toEqual(["Archived", "Launched"]);
});

test("a draft is archived without a word to the network; a launch under way is not", async () => {
  const draft = await world(false);
  expect(await archiveCampaign(draft.marketer, "k1")).toMatchObject({ ok: true });
  expect(draft.network.calls).toEqual([]);
  const at = await world(false);
  at.network.refuseNext("createAd", { code: "unavailable" });
  await launchCampaign(at.marketer, { campaignId: "k1", version: 1 });
  expect(await archiveCampaign(at.marketer, "k1")).toMatchObject({ error: { code: "launching" } });
});

test("an archive the network refuses keeps the campaign", async () => {
  const at = await world();
  at.network.refuseNext("setStatus", { code: "throttled" });
  expect(await archiveCampaign(at.marketer, "k1")).toMatchObject({
    error: { code: "unavailable" },
  });
  expect((await at.campaigns.get("a1", "k1"))?.state).toBe("launched");
});

test("a viewer may neither pause, resume nor archive, and another agency finds nothing", async () => {
  const at = await world();
  for (const verb of [pauseCampaign, resumeCampaign, archiveCampaign]) {
    expect(await verb(at.viewer, "k1")).toMatchObject({ error: { code: "forbidden" } });
    expect(await verb(at.stranger, "k1")).toMatchObject({ error: { code: "not_found" } });
  }
  expect(at.status()).toBe("ACTIVE");
});
