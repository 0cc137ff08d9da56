import { expect, test } from "vitest";
import { createCampaign } from "./create-campaign";
import { anAudience, aWorld } from "./testing";

test("a new campaign is a draft from the client's own company, tomorrow for four weeks", async () => {
  const at = aWorld();
  const made = await createCampaign(at.marketer, { clientId: "c1", audienceId: "au1" });
  expect(made).toMatchObject({
    ok: true,
    value: {
      state: "draft",
      version: 1,
      plan: {
        audienceId: "au1",
        companyId: "p1",
        onlyCompanyPeople: true,
        startDay: "2026-09-02",
        endDay: "2026-09-29",
      },
    },
  });
});

test("opening a new campaign twice without typing leaves one draft, with the last choice", async () => {
  const at = aWorld();
  await createCampaign(at.marketer, { clientId: "c1" });
  const again = await createCampaign(at.marketer, { clientId: "c1", companyId: "p2" });
  expect(again).toMatchObject({ ok: true, value: { plan: { companyId: "p2" } } });
  expect(await at.campaigns.list("a1", "c1")).toHaveLength(1);
  await createCampaign(at.as("marketer", "a1", "Ines"), { clientId: "c1" });
  expect(await at.campaigns.list("a1", "c1")).toHaveLength(2);
});

test("the company it was started from is chosen", async () => {
  const at = aWorld();
  const made = await createCampaign(at.marketer, { clientId: "c1", companyId: "p2" });
  expect(made).toMatchObject({ value: { plan: { companyId: "p2" } } });
});

test("another client's audience and company are left out", async () => {
  const at = aWorld({ audiences: [anAudience({ clientId: "c2" })] });
  const made = await createCampaign(at.marketer, {
    clientId: "c1",
    audienceId: "au1",
    companyId: "p9",
  });
  expect(made).toMatchObject({ ok: true, value: { plan: { companyId: "p1" } } });
  expect(made.ok && made.value.plan.audienceId).toBeUndefined();
});

test("a network that does not answer costs only the suggested dates", async () => {
  const at = aWorld();
  at.network.refuseNext("clock", { code: "unavailable" });
  const made = await createCampaign(at.marketer, { clientId: "c1" });
  expect(made.ok && made.value.plan.startDay).toBeUndefined();
});

test("a viewer may not, and another agency's client is not found", async () => {
  const at = aWorld();
  expect(await createCampaign(at.viewer, { clientId: "c1" })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await createCampaign(at.stranger, { clientId: "c1" })).toMatchObject({
    error: { code: "not_found" },
  });
});
