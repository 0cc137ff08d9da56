import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCreative } from "../testing";
import { aClient, page, type TestClient } from "./a-client";

let client: TestClient;
let launch: Awaited<ReturnType<TestClient["launch"]>>;
beforeAll(async () => {
  client = await aClient();
  launch = await client.launch();
});
afterAll(() => client.close());

const read = async (id: string, field = "effective_status") =>
  (await client.get(id, { fields: field })).body[field];

describe("status", () => {
  it("of a new ad is under review, and what it was set to after the review's time", async () => {
    expect(await read(launch.ad)).toBe("PENDING_REVIEW");
    expect(await read(launch.ad, "configured_status")).toBe("ACTIVE");
    client.network.advance(30);
    expect(await read(launch.ad)).toBe("ACTIVE");
  });

  it("follows the parents: CAMPAIGN_PAUSED, ADSET_PAUSED, then its own", async () => {
    const set = (id: string, status: string) => client.post(id, { status });
    await set(launch.campaign, "PAUSED");
    expect([await read(launch.adSet), await read(launch.ad)]).toEqual([
      "CAMPAIGN_PAUSED",
      "CAMPAIGN_PAUSED",
    ]);
    await set(launch.adSet, "PAUSED");
    expect([await read(launch.adSet), await read(launch.ad)]).toEqual(["PAUSED", "ADSET_PAUSED"]);
    await set(launch.ad, "PAUSED");
    expect(await read(launch.ad)).toBe("PAUSED");
    expect(await read(launch.ad, "configured_status")).toBe("PAUSED");
    for (const id of [launch.ad, launch.adSet, launch.campaign]) await set(id, "ACTIVE");
    expect(await read(launch.ad)).toBe("ACTIVE");
  });

  it("of a disapproved ad says why in ad_review_feedback, and puts what stands above WITH_ISSUES", async () => {
    const { object_story_spec: story } = aCreative(page);
    const link_data = { ...story.link_data, link: "http://example.org" };
    const creative = await client.post("act_101/adcreatives", {
      object_story_spec: { ...story, link_data },
    });
    await client.post(launch.ad, { creative: { creative_id: creative.body.id } });
    expect(await read(launch.ad)).toBe("PENDING_REVIEW");
    client.network.advance(30);
    expect(await read(launch.ad)).toBe("DISAPPROVED");
    expect(await read(launch.ad, "ad_review_feedback")).toEqual({
      global: { INSECURE_LINK: "The link must start with https://." },
    });
    expect([await read(launch.adSet), await read(launch.campaign)]).toEqual([
      "WITH_ISSUES",
      "WITH_ISSUES",
    ]);
  });

  it("takes ACTIVE, PAUSED, ARCHIVED and DELETED, and nothing after DELETED", async () => {
    for (const status of ["PAUSED", "ARCHIVED", "ACTIVE", "DELETED"]) {
      expect((await client.post(launch.ad, { status })).body).toEqual({ success: true });
      expect(await read(launch.ad, "status")).toBe(status);
    }
    expect((await client.post(launch.ad, { status: "ACTIVE" })).body.error.code).toBe(100);
    expect((await client.post(launch.adSet, { status: "ON" })).body.error.code).toBe(100);
  });
});
