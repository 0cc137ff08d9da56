import { beforeEach, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aLaunch, aNetwork, type TestNetwork } from "./testing";
import { pauseTooSmall } from "./too-small";

let network: TestNetwork;
let launch: Awaited<ReturnType<typeof aLaunch>>;
beforeEach(async () => {
  network = await aNetwork();
  launch = await aLaunch(network, companies[0]?.id ?? "");
});

const log = async (params: Record<string, unknown> = {}) =>
  (await network.get("act_101/activities", params)).body.data as Record<string, string>[];
const events = async (params: Record<string, unknown> = {}) =>
  (await log(params)).map(({ event_type }) => event_type);

describe("the activity log", () => {
  it("says who made and changed what, field by field, newest first", async () => {
    network.advance(5);
    await network.post(launch.adSet, { daily_budget: 6000, status: "PAUSED" }, "lakeside");
    await network.remove(launch.ad, "lakeside");
    expect(await events()).toEqual([
      "update_ad_run_status",
      "update_ad_set_run_status",
      "update_ad_set_budget",
      "create_ad",
      "create_ad_creative",
      "create_ad_set",
      "create_campaign_group",
    ]);
    const [, , budget] = await log();
    expect(budget).toMatchObject({
      event_time: "2026-11-20T11:05:00+0100",
      actor_id: "token-lakeside",
      actor_name: "lakeside",
      object_id: launch.adSet,
      object_type: "AD_SET",
      object_name: "Riders",
    });
    expect(JSON.parse(budget?.extra_data ?? "")).toEqual({
      ...{ type: "daily_budget", old_value: 5000, new_value: 6000 },
    });
    expect((await log()).at(-1)?.actor_name).toBe("Dashboard");
  });

  it("stays silent about what changed nothing, was refused or was only tried", async () => {
    const before = await log();
    await network.post(launch.adSet, { daily_budget: 5000, status: "ACTIVE" });
    await network.post(launch.adSet, { daily_budget: 1 });
    await network.post(launch.adSet, {
      ...{ daily_budget: 7000, execution_options: ["validate_only"] },
    });
    await network.post(launch.adSet, { daily_budget: 7000 }, "reader");
    expect(await log()).toEqual(before);
  });

  it("names how a review ended once it has, and not one that a change cut short", async () => {
    await network.post(launch.adSet, {
      targeting: {
        geo_locations: { countries: ["FR"] },
        targeting_automation: { advantage_audience: 0 },
      },
    });
    network.advance(29);
    expect(await events()).not.toContain("ad_review_approved");
    network.advance(1);
    expect(
      (await events({ oid: launch.ad })).filter((one) => one?.startsWith("ad_review")),
    ).toEqual(["ad_review_approved"]);
  });

  it("tells when the network itself paused something, and why", async () => {
    await pauseTooSmall(network.objects, Number(launch.adSet), network.clock.now());
    const own = await log({ uid: "network" });
    expect(own.map(({ object_type: type }) => type)).toEqual(["CAMPAIGN", "AD_SET"]);
    expect(own[0]?.extra_data).toContain("too small");
  });

  it("can be narrowed to times, objects, actors and categories, and paged", async () => {
    network.advance(60);
    await network.post(launch.campaign, { name: "Winter", status: "PAUSED" });
    expect(await events({ since: "2026-11-20T10:30:00Z" })).toHaveLength(2 + 1);
    expect(await events({ until: "2026-11-20T10:00:00Z" })).toHaveLength(4);
    expect(await events({ category: "STATUS" })).toEqual(["update_campaign_run_status"]);
    expect(await events({ oid: launch.ad, category: ["AD"] })).toContain("create_ad");
    expect(await events({ uid: "nobody" })).toEqual([]);
    const first = await network.get("act_101/activities", { limit: 2, fields: "event_type" });
    const second = await network.get("act_101/activities", {
      ...{ limit: 2, fields: "event_type", after: first.body.paging.cursors.after },
    });
    const all = await events();
    expect([...first.body.data, ...second.body.data].map((one) => one.event_type)).toEqual(
      all.slice(0, 4),
    );
    network.advance(8 * 24 * 60);
    expect(await events()).toEqual([]);
    expect(await events({ since: "2026-11-01" })).toHaveLength(all.length);
  });

  it("of one account shows nothing of another, and refuses times that are none", async () => {
    expect((await network.get("act_102/activities")).body.data).toEqual([]);
    const foreign = await network.get("act_101/activities", {}, network.strangersToken);
    expect(foreign.body.error.error_subcode).toBe(33);
    const wrong = await network.get("act_101/activities", { since: "yesterday-ish" });
    expect(wrong.body.error.error_data.blame_field_specs).toEqual([["since"]]);
    const backwards = await network.get("act_101/activities", {
      ...{ since: "2026-11-20", until: "2026-11-01" },
    });
    expect(backwards.body.error.code).toBe(100);
  });
});
