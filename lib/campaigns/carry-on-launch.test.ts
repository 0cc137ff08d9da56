import { expect, test } from "vitest";
import type { AdApi } from "@/lib/ad-api/ad-api";
import { launchCampaign } from "./launch-campaign";
import { resumeLaunches } from "./resume-launches";
import { saveCampaignDraft } from "./save-campaign-draft";
import { aDraft, aPlan, aWorld } from "./testing";
import { withdrawLaunch } from "./withdraw-launch";

async function world() {
  const at = aWorld();
  await at.campaigns.save(aDraft());
  const launch = (version = 1) => launchCampaign(at.marketer, { campaignId: "k1", version });
  const resume = () => resumeLaunches({ ...at.marketer, adApiFor: () => at.network.adApi });
  return { ...at, launch, resume, stored: () => at.campaigns.get("a1", "k1") };
}
const launchedOnce = ["campaign", "adset", "creative", "ad"];

test("a double click launches once", async () => {
  const at = await world();
  const [first, second] = await Promise.all([at.launch(), at.launch()]);
  expect([first.ok, second.ok]).toEqual([true, true]);
  expect(at.network.objects.map(({ kind }) => kind)).toEqual(launchedOnce);
  expect(await at.campaigns.listActivity("a1", "k1")).toHaveLength(1);
});

test("a second tab that submits later finds it launched", async () => {
  const at = await world();
  await at.launch();
  expect(await at.launch()).toMatchObject({ ok: true, value: { state: "launched" } });
  expect(at.network.objects).toHaveLength(4);
});

const steps: readonly (keyof AdApi)[] = [
  "createCampaign",
  "createAdSet",
  "createCreative",
  "createAd",
  "setStatus",
];

for (const step of steps) {
  test(`a process that dies at ${step} is carried on at the next start, each object once`, async () => {
    const at = await world();
    at.network.before(step, async () => {
      throw new Error("killed");
    });
    await expect(at.launch()).rejects.toThrow("killed");
    expect((await at.stored())?.state).toBe("launching");
    expect(
      at.network.objects.every(({ kind, status }) => kind !== "campaign" || status === "PAUSED"),
    ).toBe(true);

    expect(await at.resume()).toEqual([{ campaignId: "k1", outcome: "launched" }]);
    expect((await at.stored())?.state).toBe("launched");
    expect(at.network.objects.map(({ kind }) => kind)).toEqual(launchedOnce);
    expect(at.network.objects[0]?.status).toBe("ACTIVE");
    expect(await at.resume()).toEqual([]);
  });
}

test("an answer that was lost after the object was made finds that object again", async () => {
  const at = await world();
  const { addRemote } = at.campaigns;
  at.campaigns.addRemote = async () => {
    throw new Error("killed");
  };
  await expect(at.launch()).rejects.toThrow("killed");
  at.campaigns.addRemote = addRemote;
  await at.resume();
  expect(at.network.objects.map(({ kind }) => kind)).toEqual(launchedOnce);
});

for (const step of steps) {
  test(`a refusal at ${step} makes it a draft again, and nothing of it is left running`, async () => {
    const at = await world();
    at.network.refuseNext(step, {
      fields: { "adset.daily_budget": "The least is EUR 5.", nonsense: "?" },
    });
    expect(await at.launch()).toMatchObject({
      ok: false,
      error: { code: "refused", fields: { budget: "The least is EUR 5." } },
    });
    expect(await at.stored()).toMatchObject({
      state: "draft",
      remote: {},
      launchedRules: null,
      plan: { name: "Spring rides", forecast: null },
    });
    const campaigns = at.network.objects.filter(({ kind }) => kind === "campaign");
    expect(campaigns.every(({ status }) => status === "DELETED")).toBe(true);
  });
}

test("after a refusal, the mended plan is what is launched, not the first attempt", async () => {
  const at = await world();
  at.network.refuseNext("createCreative", { fields: { link: "No such site." } });
  await at.launch();
  const draft = await at.stored();
  const version = draft?.version ?? 0;
  const plan = aPlan({
    link: "https://lakeside.example/new",
    budget: { kind: "daily", minor: 1000 },
  });
  await saveCampaignDraft(at.marketer, { campaignId: "k1", version, plan });
  expect(await at.launch(version + 1)).toMatchObject({ ok: true });
  const { adSet } = (await at.stored())?.remote ?? {};
  expect(at.network.objects.find(({ id }) => id === adSet)?.input.budget).toMatchObject({
    minor: 1000,
  });
});

test("a network that does not answer leaves the launch to be carried on", async () => {
  const at = await world();
  at.network.refuseNext("createAdSet", { code: "unavailable", message: "Try later." });
  expect(await at.launch()).toMatchObject({ error: { code: "not_finished" } });
  expect((await at.stored())?.state).toBe("launching");
  expect(await at.launch()).toMatchObject({ ok: true, value: { state: "launched" } });
  expect(at.network.objects.map(({ kind }) => kind)).toEqual(launchedOnce);
});

test("a launch that waits for the network can be taken back", async () => {
  const at = await world();
  at.network.refuseNext("createAdSet", { code: "unavailable" });
  await at.launch();
  expect(await withdrawLaunch(at.marketer, "k1")).toMatchObject({
    ok: true,
    value: { state: "draft", remote: {} },
  });
  expect(at.network.objects[0]?.status).toBe("DELETED");
  expect(await at.resume()).toEqual([]);
  expect(await withdrawLaunch(at.viewer, "k1")).toMatchObject({ error: { code: "forbidden" } });
  expect(await withdrawLaunch(at.stranger, "k1")).toMatchObject({ error: { code: "not_found" } });
});

test("a finished launch cannot be taken back", async () => {
  const at = await world();
  await at.launch();
  expect(await withdrawLaunch(at.marketer, "k1")).toMatchObject({
    error: { code: "not_launching" },
  });
  expect((await at.stored())?.state).toBe("launched");
});

test("of a launch and a taking back at the same moment, nothing runs that is a draft", async () => {
  for (const step of ["createAd", "setStatus"] as const) {
    const at = await world();
    at.network.before(step, async () => {
      await withdrawLaunch(at.marketer, "k1");
    });
    expect(await at.launch()).toMatchObject({ error: { code: "conflict" } });
    expect((await at.stored())?.state).toBe("draft");
    expect(at.network.objects[0]?.status).toBe("DELETED");
  }
});

test("what a launch that was taken back still creates is deleted and not part of the next launch", async () => {
  for (const step of ["createCampaign", "createAdSet", "createCreative"] as const) {
    const at = await world();
    at.network.before(step, async () => {
      await withdrawLaunch(at.marketer, "k1");
    });
    expect(await at.launch()).toMatchObject({ error: { code: "conflict" } });
    expect(await at.stored()).toMatchObject({ state: "draft", remote: {} });
    const stray = at.network.objects.filter(({ kind }) => kind === "campaign");
    expect(stray.map(({ status }) => status)).toEqual(["DELETED"]);
    const before = new Set(at.network.objects.map(({ id }) => id));
    expect(await at.launch((await at.stored())?.version)).toMatchObject({ ok: true });
    const remote = Object.values((await at.stored())?.remote ?? {});
    expect(remote).toHaveLength(4);
    expect(remote.some((id) => before.has(id))).toBe(false);
  }
});

test("one launch that cannot go on keeps none of the others from it", async () => {
  const at = await world();
  await at.campaigns.save(aDraft({ id: "k0", state: "launching" }));
  at.network.refuseNext("createAdSet", { code: "unavailable" });
  await at.launch();
  const outcomes = await at.resume();
  expect(outcomes).toMatchObject([
    { campaignId: "k1", outcome: "launched" },
    { campaignId: "k0", outcome: expect.stringContaining("failed") },
  ]);
});
