import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCampaign } from "../testing";
import { aClient, page, type TestClient } from "./a-client";

let client: TestClient;
let launch: Awaited<ReturnType<TestClient["launch"]>>;
beforeAll(async () => {
  client = await aClient();
  launch = await client.launch();
});
afterAll(() => client.close());

const read = async (path: string, fields: string) => (await client.get(path, { fields })).body;

describe("fields", () => {
  it("without them the answer is the id", async () => {
    for (const id of [launch.campaign, launch.adSet, launch.ad, launch.creative]) {
      expect((await client.get(id)).body).toEqual({ id });
    }
    expect((await client.get("act_101/campaigns")).body.data).toEqual([{ id: launch.campaign }]);
  });

  it("name what is answered, and the id comes along", async () => {
    expect(await read(launch.campaign, "name,status")).toEqual({
      id: launch.campaign,
      name: "Autumn",
      status: "ACTIVE",
    });
    const list = JSON.stringify(["name", "objective"]);
    expect(await read(launch.campaign, list)).toMatchObject({ objective: "OUTCOME_TRAFFIC" });
  });

  it("expand what lies behind: a,b{c},edge.limit(5){...}", async () => {
    const answer = await read(
      "act_101",
      "name,campaigns.limit(5){name,adsets{name,ads.limit(1){creative{object_story_spec},adset{campaign{name}}}}}",
    );
    const [campaign] = answer.campaigns.data;
    expect(campaign).toMatchObject({ id: launch.campaign, name: "Autumn" });
    const [adSet] = campaign.adsets.data;
    expect(adSet).toMatchObject({ id: launch.adSet, name: "Riders" });
    const [ad] = adSet.ads.data;
    expect(ad.creative).toMatchObject({
      id: launch.creative,
      object_story_spec: { page_id: page },
    });
    expect(ad.adset.campaign).toEqual({ id: launch.campaign, name: "Autumn" });
  });

  it("page an expanded edge by its own limit and cursors", async () => {
    await client.post(`act_102/campaigns`, { ...aCampaign, name: "One" });
    await client.post(`act_102/campaigns`, { ...aCampaign, name: "Two" });
    const answer = await read("act_102", "campaigns.limit(1){name}");
    expect(answer.campaigns.data).toMatchObject([{ name: "Two" }]);
    const next = await client.say(answer.campaigns.paging.next);
    expect(next.body.data).toMatchObject([{ name: "One" }]);
    expect(next.body.paging.next).toBeUndefined();
  });

  it("in the body of a POST are read after the write", async () => {
    const made = await client.post("act_101/campaigns", {
      ...aCampaign,
      name: "Winter",
      fields: "name,effective_status,created_time",
    });
    expect(made.body).toMatchObject({ name: "Winter", effective_status: "ACTIVE" });
    const changed = await client.post(made.body.id, { name: "Spring", fields: ["name"] });
    expect(changed.body).toEqual({ id: made.body.id, name: "Spring" });
    expect((await client.post(made.body.id, { name: "May" })).body).toEqual({ success: true });
  });

  it("that do not exist are refused and named, wherever they stand", async () => {
    for (const [path, fields, name] of [
      [launch.campaign, "name,colour", "colour"],
      ["act_101", "campaigns{name,colour}", "colour"],
      [launch.ad, "creative{colour}", "colour"],
      ["act_101/insights", "colour", "colour"],
      ["search?type=adTargetingCategory", "colour", "colour"],
      ["me", "colour", "colour"],
      [launch.campaign, "__proto__", "__proto__"],
      [launch.campaign, "constructor", "constructor"],
    ] as const) {
      const { status, body } = await client.get(path, { fields });
      expect([status, body.error.code]).toEqual([400, 100]);
      expect(body.error.message).toContain(`nonexisting field (${name})`);
      expect(body.error.error_data.blame_field_specs).toEqual([["fields"]]);
    }
  });

  it("that cannot be read as fields are refused as a syntax error", async () => {
    for (const fields of ["name{", "name,,", "a b", "campaigns.limit(5", "{", "campaigns.{name}"]) {
      const { status, body } = await client.get("act_101", { fields });
      expect([fields, status, body.error.code]).toEqual([fields, 400, 2500]);
    }
  });
});
