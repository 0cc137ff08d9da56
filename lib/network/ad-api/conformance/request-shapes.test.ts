import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCampaign } from "../testing";
import { aClient, asText, type TestClient } from "./a-client";

let client: TestClient;
beforeAll(async () => {
  client = await aClient();
});
afterAll(() => client.close());

const made = { status: 200, body: { id: expect.stringMatching(/^\d+$/) } };
const post = (body: string | Uint8Array, type: string) => ({
  method: "POST",
  body,
  headers: { "content-type": type },
});
const form = "application/x-www-form-urlencoded";

describe("a body", () => {
  it("may be JSON", async () => {
    const body = JSON.stringify(aCampaign);
    expect(await client.say("act_101/campaigns", post(body, "application/json"))).toMatchObject(
      made,
    );
  });

  it("may be JSON with nested values as JSON text, as the official SDKs send them", async () => {
    const body = JSON.stringify({ ...aCampaign, special_ad_categories: "[]" });
    expect(await client.say("act_101/campaigns", post(body, "application/json"))).toMatchObject(
      made,
    );
  });

  it("may be JSON that claims to be a form", async () => {
    expect(
      await client.say("act_101/campaigns", post(JSON.stringify(aCampaign), form)),
    ).toMatchObject(made);
  });

  it("may be a form with nested values as JSON text", async () => {
    expect(
      await client.say("act_101/campaigns", post(asText(aCampaign).toString(), form)),
    ).toMatchObject(made);
  });

  it("may be multipart, also with a picture as a file", async () => {
    const fields = new FormData();
    for (const [name, value] of asText(aCampaign)) fields.set(name, value);
    const response = new Response(fields);
    const type = response.headers.get("content-type") ?? "";
    const body = new Uint8Array(await response.arrayBuffer());
    expect(await client.say("act_101/campaigns", post(body, type))).toMatchObject(made);

    const picture = new FormData();
    const gif = Uint8Array.from(atob("R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="), (c) =>
      c.charCodeAt(0),
    );
    picture.set("filename", new Blob([gif], { type: "image/gif" }), "dot.gif");
    const upload = new Response(picture);
    const uploadType = upload.headers.get("content-type") ?? "";
    const bytes = new Uint8Array(await upload.arrayBuffer());
    const { body: answer } = await client.say("act_101/adimages", post(bytes, uploadType));
    const [image] = Object.values(answer.images);
    expect(image).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it("may be left out for parameters in the query", async () => {
    expect(
      await client.say(`act_101/campaigns?${asText(aCampaign)}`, { method: "POST" }),
    ).toMatchObject(made);
  });

  it("of GET and DELETE may be {}", async () => {
    const empty = { body: "{}", headers: { "content-type": "application/json" } };
    expect((await client.say("act_101", { ...empty, method: "GET" })).body).toEqual({
      id: "act_101",
    });
    const { body } = await client.post("act_101/campaigns", aCampaign);
    expect(await client.say(body.id, { ...empty, method: "DELETE" })).toMatchObject({
      status: 200,
      body: { success: true },
    });
  });

  it("that is no JSON object, no form and too large are refused, each with a code", async () => {
    for (const [body, status] of [
      ["{", 400],
      ["[1]", 400],
      ['"text"', 400],
      ["x".repeat(6_000_001), 413],
    ] as const) {
      const answer = await client.say("act_101/campaigns", post(body, "application/json"));
      expect([answer.status, answer.body.error.code > 0]).toEqual([status, true]);
    }
    const broken = await client.say(
      "act_101/campaigns",
      post("--x", "multipart/form-data; boundary=x"),
    );
    expect([broken.status, broken.body.error.code]).toEqual([400, 100]);
  });
});

describe("a path", () => {
  it("may end in slashes, with and without a query", async () => {
    for (const path of ["act_101/", "act_101//", "act_101/?fields=name"]) {
      expect((await client.say(path)).body.id).toBe("act_101");
    }
    const body = JSON.stringify(aCampaign);
    expect(await client.say("act_101/campaigns/", post(body, "application/json"))).toMatchObject(
      made,
    );
  });

  it("may begin with any version, which the answer names, or with none", async () => {
    const server = client.root.replace("/v24.0", "");
    for (const version of ["v2.0", "v19.0", "v99.12"]) {
      const answer = await client.say(`${server}/${version}/act_101`);
      expect(answer.headers["facebook-api-version"]).toBe(version);
      expect(answer.body).toEqual({ id: "act_101" });
    }
    expect((await client.say(`${server}/act_101`)).body).toEqual({ id: "act_101" });
  });

  it("may be the bare root: batch by POST, several ids by GET", async () => {
    for (const root of ["", "/"]) {
      const batch = JSON.stringify({ batch: [{ method: "GET", relative_url: "act_101" }] });
      const answer = await client.say(`${client.root}${root}`, post(batch, "application/json"));
      expect(answer.body[0].code).toBe(200);
      const both = await client.say(`${client.root}${root}?ids=act_101,act_102`);
      expect(Object.keys(both.body)).toEqual(["act_101", "act_102"]);
    }
  });
});

describe("a token", () => {
  it("may stand in the query, in the body, or in the header as Bearer or OAuth", async () => {
    const { token } = client.network;
    const ways = [
      client.say(`act_101?access_token=${token}`, { as: null }),
      client.say("act_101", { as: null, headers: { authorization: `OAuth ${token}` } }),
      client.say("act_101", { headers: { authorization: `bearer ${token}` } }),
    ];
    for (const way of ways) expect((await way).body).toEqual({ id: "act_101" });
    for (const body of [
      post(JSON.stringify({ ...aCampaign, access_token: token }), "application/json"),
      post(asText({ ...aCampaign, access_token: token }).toString(), form),
    ]) {
      expect(await client.say("act_101/campaigns", { ...body, as: null })).toMatchObject(made);
    }
  });
});

describe("what clients send along", () => {
  it("a stray id, an app secret proof, a locale and the like change nothing", async () => {
    const stray = { id: "7", appsecret_proof: "abc", locale: "en_US", pretty: "1", debug: "all" };
    expect(await client.post("act_101/campaigns", { ...aCampaign, ...stray })).toMatchObject(made);
    expect((await client.get("act_101", stray)).body).toEqual({ id: "act_101" });
    expect((await client.get("act_101/campaigns", { ...stray, limit: 1 })).status).toBe(200);
  });

  it("a method named in the parameters is the one that is meant", async () => {
    const { body } = await client.post("act_101/campaigns", aCampaign);
    expect((await client.post(body.id, { method: "delete" })).body).toEqual({ success: true });
    const long = await client.post("act_101/campaigns", { method: "GET", fields: "name" });
    expect(long.body.data).toBeInstanceOf(Array);
  });

  it("a parameter that nobody knows is refused by name, also on reads", async () => {
    for (const answer of [
      await client.get("act_101", { colour: "red" }),
      await client.get("act_101/campaigns", { colour: "red" }),
      await client.post("act_101/campaigns", { ...aCampaign, colour: "red" }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body.error.error_data.blame_field_specs).toEqual([["colour"]]);
    }
  });
});
