import { beforeEach, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aLaunch, aNetwork, type TestNetwork } from "./testing";

let network: TestNetwork;
let launch: Awaited<ReturnType<typeof aLaunch>>;
beforeEach(async () => {
  network = await aNetwork();
  launch = await aLaunch(network, companies[0]?.id ?? "");
});

const copy = async (id: string, params: Record<string, unknown> = {}) =>
  (await network.post(`${id}/copies`, params)).body;
const read = async (id: string, fields: string) => (await network.get(id, { fields })).body;

describe("a copy", () => {
  it("of a campaign is one campaign, paused, with a name that tells", async () => {
    const answer = await copy(launch.campaign);
    expect(answer.ad_object_ids).toEqual([
      {
        ad_object_type: "campaign",
        source_id: launch.campaign,
        copied_id: answer.copied_campaign_id,
      },
    ]);
    const fields = "name,status,objective,source_campaign_id,adsets{id}";
    const { id, adsets, ...made } = await read(answer.copied_campaign_id, fields);
    expect(id).not.toBe(launch.campaign);
    expect(adsets.data).toEqual([]);
    expect(made).toEqual({
      ...{ name: "Autumn - Copy", status: "PAUSED", objective: "OUTCOME_TRAFFIC" },
      source_campaign_id: launch.campaign,
    });
    expect((await network.get(`${launch.campaign}/copies`)).body.data).toEqual([{ id }]);
  });

  it("that goes deep takes along what stands below, with its status and under new names when asked", async () => {
    await network.post(launch.ad, { status: "PAUSED" });
    const answer = await copy(launch.campaign, {
      deep_copy: true,
      status_option: "INHERITED_FROM_SOURCE",
      rename_options: { rename_strategy: "DEEP_RENAME", rename_prefix: "B: " },
    });
    const types = answer.ad_object_ids.map((one: { ad_object_type: string }) => one.ad_object_type);
    expect(types).toEqual(["campaign", "ad_set", "ad"]);
    const made = await read(
      answer.copied_campaign_id,
      "name,status,adsets{name,status,targeting,daily_budget,ads{name,status,creative{id},effective_status}}",
    );
    expect(made).toMatchObject({ name: "B: Autumn", status: "ACTIVE" });
    const [adSet] = made.adsets.data;
    expect(adSet).toMatchObject({ name: "B: Riders", status: "ACTIVE", daily_budget: "5000" });
    expect(adSet.targeting).toEqual((await read(launch.adSet, "targeting")).targeting);
    expect(adSet.ads.data).toMatchObject([
      {
        ...{ name: "B: Ad", status: "PAUSED", creative: { id: launch.creative } },
        effective_status: "PENDING_REVIEW",
      },
    ]);
  });

  it("leaves out what was deleted, and an ad set can go into another campaign", async () => {
    await network.remove(launch.ad);
    const other = await copy(launch.campaign);
    const answer = await copy(launch.adSet, {
      ...{ deep_copy: true, campaign_id: other.copied_campaign_id },
    });
    expect(answer.ad_object_ids).toHaveLength(1);
    const { campaign_id: campaign } = await read(answer.copied_adset_id, "campaign_id");
    expect(campaign).toBe(other.copied_campaign_id);
  });

  it("asked for again under the same operation is the same copy", async () => {
    const params = { deep_copy: true, client_operation_id: "twice" };
    const first = await copy(launch.campaign, params);
    expect(await copy(launch.campaign, params)).toEqual(first);
    expect((await network.get("act_101/ads")).body.data).toHaveLength(2);
  });

  it("is refused whole when a rule refuses a part of it today", async () => {
    const end = "2026-11-25T00:00:00+0100";
    await network.post(launch.adSet, { end_time: end });
    network.advance(10 * 24 * 60);
    const late = await copy(launch.campaign, { deep_copy: true });
    expect(late.error.error_data.blame_field_specs).toEqual([["end_time"]]);
    expect((await network.get("act_101/campaigns")).body.data).toHaveLength(1);
    const moved = await copy(launch.campaign, {
      ...{ deep_copy: true, end_time: "2026-12-24T00:00:00+0100" },
    });
    expect(moved.ad_object_ids).toHaveLength(3);
  });

  it("is not made by who may only read, nor into or of another's campaign", async () => {
    expect((await network.post(`${launch.ad}/copies`, {}, "reader")).status).toBe(403);
    const foreign = await network.post(`${launch.ad}/copies`, {}, network.strangersToken);
    expect(foreign.body.error.error_subcode).toBe(33);
    const astray = await copy(launch.adSet, { campaign_id: launch.adSet });
    expect(astray.error).toMatchObject({ error_subcode: 33 });
    expect((await copy(launch.ad, { status_option: "BEST" })).error.code).toBe(100);
    expect((await copy(launch.ad, { colour: "red" })).error.code).toBe(100);
  });
});
