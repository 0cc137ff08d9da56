import { beforeEach, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aCampaign, aCreative, aLaunch, aNetwork, anAdSet, type TestNetwork } from "./testing";

const page = companies[0]?.id ?? "";
let network: TestNetwork;
beforeEach(async () => {
  network = await aNetwork();
});

describe("a campaign, its ad set, creative and ad", () => {
  it("are made, read with their parents and listed with paging", async () => {
    const { campaign, adSet, creative, ad } = await aLaunch(network, page);
    const read = await network.get(ad, {
      fields: "name,creative{id,title},adset{name,campaign_id},campaign_id,effective_status",
    });
    expect(read.body).toEqual({
      id: ad,
      name: "Ad",
      creative: { id: creative, title: "New bicycles" },
      adset: { id: adSet, name: "Riders", campaign_id: campaign },
      campaign_id: campaign,
      effective_status: "PENDING_REVIEW",
    });
    const nested = await network.get(campaign, { fields: "adsets.limit(1){name,ads{id}}" });
    expect(nested.body.adsets.data).toEqual([
      { id: adSet, name: "Riders", ads: expect.objectContaining({ data: [{ id: ad }] }) },
    ]);
  });

  it("answer the id alone unless fields are asked for", async () => {
    const plain = await network.post("act_101/campaigns", aCampaign);
    expect(Object.keys(plain.body)).toEqual(["id"]);
    const { body } = await network.post("act_101/campaigns", {
      ...aCampaign,
      fields: "name,status",
    });
    expect(body).toEqual({ id: expect.any(String), name: "Autumn", status: "ACTIVE" });
  });

  it("show money as text in minor units and times in the account's zone", async () => {
    const { adSet } = await aLaunch(network, page);
    const { body } = await network.get(adSet, { fields: "daily_budget,start_time,created_time" });
    expect(body).toEqual({
      id: adSet,
      daily_budget: "5000",
      start_time: "2026-11-20T11:00:00+0100",
      created_time: "2026-11-20T11:00:00+0100",
    });
  });

  it("page from the newest to the oldest, with addresses that lead on", async () => {
    for (let n = 1; n <= 5; n += 1) {
      await network.post("act_101/campaigns", { ...aCampaign, name: `C${n}` });
    }
    const names: string[] = [];
    let next: string | undefined =
      "http://nod.test/graph/v24.0/act_101/campaigns?fields=name&limit=2&access_token=" +
      network.token;
    while (next) {
      const answer: Response = await network.handle(
        new Request(next, { headers: { host: "127.0.0.1:3000" } }),
      );
      const body = JSON.parse(await answer.text());
      names.push(...body.data.map((one: { name: string }) => one.name));
      next = body.paging.next;
      if (next)
        expect(next).toMatch(/^http:\/\/127\.0\.0\.1:3000\/graph\/v24\.0\/act_101\/campaigns\?/);
    }
    expect(names).toEqual(["C5", "C4", "C3", "C2", "C1"]);
  });
});

describe("status", () => {
  it("comes from the review first, then from the object and its parents", async () => {
    const { campaign, adSet, ad } = await aLaunch(network, page);
    const status = async (id: string) =>
      (await network.get(id, { fields: "effective_status" })).body.effective_status;
    expect(await status(ad)).toBe("PENDING_REVIEW");
    network.advance(30);
    expect(await status(ad)).toBe("ACTIVE");
    await network.post(campaign, { status: "PAUSED" });
    expect([await status(adSet), await status(ad)]).toEqual(["CAMPAIGN_PAUSED", "CAMPAIGN_PAUSED"]);
    await network.post(adSet, { status: "PAUSED" });
    expect([await status(adSet), await status(ad)]).toEqual(["PAUSED", "ADSET_PAUSED"]);
    await network.remove(campaign);
    expect(await status(ad)).toBe("DELETED");
  });

  it("is disapproved with reasons for an insecure link or words about health", async () => {
    const { adSet } = await aLaunch(network, page);
    const story = aCreative(page).object_story_spec;
    const link_data = {
      ...story.link_data,
      link: "http://example.org",
      message: "Diabetes? Buy now",
    };
    const creative = await network.post("act_101/adcreatives", {
      object_story_spec: { ...story, link_data },
    });
    const ad = await network.post("act_101/ads", {
      name: "Bad",
      adset_id: adSet,
      creative: { creative_id: creative.body.id },
      status: "ACTIVE",
    });
    network.advance(31);
    const { body } = await network.get(ad.body.id, {
      fields: "effective_status,ad_review_feedback",
    });
    expect(body).toMatchObject({
      effective_status: "DISAPPROVED",
      ad_review_feedback: {
        global: {
          INSECURE_LINK: expect.any(String),
          SENSITIVE_TEXT: "The text suggests health.",
        },
      },
    });
  });

  it("hides archived and deleted objects from lists, not from who asks by id or by status", async () => {
    const { campaign } = await aLaunch(network, page);
    await network.remove(campaign);
    expect((await network.get("act_101/campaigns")).body.data).toEqual([]);
    const listed = await network.get("act_101/campaigns", { effective_status: ["DELETED"] });
    expect(listed.body.data).toEqual([{ id: campaign }]);
    expect((await network.get(campaign, { fields: "status" })).body.status).toBe("DELETED");
    expect((await network.post(campaign, { status: "ACTIVE" })).status).toBe(400);
  });
});

describe("an operation id", () => {
  const repeated = { ...aCampaign, client_operation_id: "launch-1" };

  it("makes one object, however often and however closely it is sent", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => network.post("act_101/campaigns", repeated)),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await network.get("act_101/campaigns")).body.data).toHaveLength(1);
  });

  it("answers the first object even where it could not be made any more", async () => {
    const first = await network.post("act_101/campaigns", repeated);
    const again = await network.post("act_101/campaigns", { client_operation_id: "launch-1" });
    expect(again).toEqual(first);
  });

  it("belongs to one account and one kind of object", async () => {
    const first = await network.post("act_101/campaigns", repeated);
    const other = await network.post("act_102/campaigns", repeated);
    expect(other.body.id).not.toBe(first.body.id);
    const adSet = { ...anAdSet(first.body.id), client_operation_id: "launch-1" };
    expect((await network.post("act_101/adsets", adSet)).body.id).not.toBe(first.body.id);
  });
});

describe("a picture", () => {
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").toString("base64");

  it("is kept once, is served to who knows its hash, and can stand in a creative", async () => {
    const first = await network.post("act_101/adimages", { bytes: png });
    const { hash, url } = first.body.images.bytes;
    expect(url).toBe(`http://nod.test/api/images/${hash}`);
    expect((await network.post("act_101/adimages", { bytes: png })).body).toEqual(first.body);
    const served = await network.handle(new Request(`http://nod.test/graph/nod_images/${hash}`));
    expect(served.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await served.arrayBuffer()).toString("base64")).toBe(png);
    const creative = aCreative(page);
    Object.assign(creative.object_story_spec.link_data, { image_hash: hash });
    expect((await network.post("act_101/adcreatives", creative)).status).toBe(200);
    expect((await network.post("act_102/adcreatives", creative)).body.error.message).toMatch(
      /no image with this hash/,
    );
  });

  it("is told from anything else by its bytes", async () => {
    const svg = Buffer.from("<svg onload='alert(1)'/>").toString("base64");
    const { status, body } = await network.post("act_101/adimages", { bytes: svg });
    expect(status).toBe(400);
    expect(body.error.error_data.blame_field_specs).toEqual([["bytes"]]);
  });
});
