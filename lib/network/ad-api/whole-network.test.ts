import { describe, expect, it } from "vitest";
import { createAdApiClient } from "@/lib/ad-api/client";
import { aRules } from "@/lib/audiences/testing";
import { toTargeting } from "@/lib/audiences/to-targeting";
import { createDelivery } from "@/lib/network/delivery/create-delivery";
import { memorySettledDays } from "@/lib/network/delivery/memory-settled-days";
import { companies } from "@/lib/network/population/lists";
import { aMember } from "@/lib/network/population/testing";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease } from "@/lib/network/release/create-release";
import { memoryReleaseTable } from "@/lib/network/release/memory-release-table";
import { flightSource } from "./flights";
import { memoryAccounts, memoryObjects } from "./memory-stores";
import { aNetwork } from "./testing";
import { berlin } from "./testing-accounts";

const pageId = companies[0]?.id ?? "";
const hourMs = 3_600_000;

/** 24,000 people in Germany and India, all consenting, behind the real release and delivery. */
async function everything() {
  let now = new Date("2026-11-20T10:00:00Z");
  const clock = { now: () => now, rate: 60 };
  const members = Array.from({ length: 24_000 }, (_, number) =>
    aMember({ number, ...(number % 3 === 0 ? { country: "DE", region: "DE-BE" } : {}) }),
  );
  const engine = referenceEngine(members, () => 20_500);
  const stores = { objects: memoryObjects(), accounts: memoryAccounts([berlin]) };
  const release = createRelease({
    engine,
    table: memoryReleaseTable(),
    key: "a key that only tests know",
    epochSalt: "test",
    countries: ["DE", "IN"],
    wallNow: () => now,
    networkNow: () => now,
  });
  const flights = flightSource(stores);
  const settled = memorySettledDays();
  const start = () => createDelivery({ engine, flights, settled, release, clock });
  const open = async () => {
    const network = await aNetwork({ ...stores, release, clock, delivery: start() });
    return createAdApiClient({
      fetch: (input, init) => network.handle(new Request(input, init)),
      baseUrl: "http://nod.test/graph/v24.0",
      token: network.token,
    });
  };
  return {
    open,
    pass: (hours: number) => {
      now = new Date(now.getTime() + hours * hourMs);
    },
  };
}

const must = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>) => {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const account = "act_101";
const targeting = toTargeting(aRules({ countries: ["DE", "IN"], ageMin: 18, ageMax: 64 }));

async function launch(api: Awaited<ReturnType<Awaited<ReturnType<typeof everything>>["open"]>>) {
  const operation = (name: string) => ({ clientOperationId: name, name: "Autumn" });
  const { id: campaignId } = await must(
    api.createCampaign(account, {
      ...operation("c"),
      objective: "OUTCOME_AWARENESS",
      status: "ACTIVE",
    }),
  );
  const adSet = await must(
    api.createAdSet(account, {
      ...operation("s"),
      campaignId,
      targeting,
      budget: { kind: "daily", minor: 3000 },
      startTime: "2026-11-20T11:00:00+01:00",
      endTime: null,
      maxFrequency: null,
      beneficiary: "Lakeside",
      payor: "Lakeside",
    }),
  );
  const creative = await must(
    api.createCreative(account, {
      ...operation("k"),
      pageId,
      link: "https://example.org",
      message: "Ride on",
      headline: "New bicycles",
      imageHash: null,
      callToAction: "SHOP_NOW",
    }),
  );
  await must(
    api.createAd(account, { ...operation("a"), adSetId: adSet.id, creativeId: creative.id }),
  );
  return campaignId;
}

describe("the whole network behind its wire", () => {
  it("estimates an audience whose parts fit its whole", async () => {
    const api = await (await everything()).open();
    const panel = await must(api.reachPanel(account, targeting));
    expect(panel.nod_range.hidden).toBe(false);
    expect(panel.nod_range.lower).toBeLessThanOrEqual(24_000);
    expect(panel.nod_range.upper).toBeGreaterThanOrEqual(24_000);
    expect(panel.nod_keeps.map(({ rule }) => rule)).toEqual(["places", "ages"]);
    expect(panel.nod_keeps.at(-1)?.range?.shown).toBe(panel.nod_range.shown);
    expect(panel.nod_messaging_only).toBeTypeOf("number");
    const again = await must(api.reachPanel(account, targeting));
    expect(again.nod_range).toEqual(panel.nod_range);
    const { curve } = await must(api.deliveryEstimate(account, targeting));
    expect(curve.length).toBeGreaterThan(5);
  });

  it("delivers what was launched, keeps closed days over a restart, and stops what is paused", async () => {
    const world = await everything();
    const api = await world.open();
    const campaignId = await launch(api);
    world.pass(4 * 24);
    const query = {
      level: "campaign" as const,
      since: "2026-11-20",
      until: "2026-11-30",
      increment: 1,
      campaignIds: [campaignId],
    };
    const days = await must(api.insights(account, query));
    expect(days.map(({ date_start: day, nod_projected: open }) => [day.slice(8), open])).toEqual([
      ["20", false],
      ["21", false],
      ["22", false],
      ["23", false],
      ["24", true],
    ]);
    const cumulative = days.map((row) => row.nod_cumulative_reach?.shown ?? 0);
    expect(cumulative).toEqual([...cumulative].sort((a, b) => a - b));

    await must(api.setStatus(campaignId, "PAUSED"));
    world.pass(48);
    const restarted = await world.open();
    const later = await must(restarted.insights(account, { ...query, settledOnly: true }));
    expect(later.slice(0, 4)).toEqual(days.slice(0, 4));
    expect(later.map(({ date_start: day }) => day)).not.toContain("2026-11-25");
  });
});
