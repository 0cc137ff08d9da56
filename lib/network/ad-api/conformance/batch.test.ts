import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCampaign, anAdSet } from "../testing";
import { aClient, asText, type TestClient } from "./a-client";

let client: TestClient;
beforeAll(async () => {
  client = await aClient();
});
afterAll(() => client.close());

interface Part {
  readonly code: number;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
}

const batch = async (calls: readonly unknown[], over = {}): Promise<(Part | null)[]> =>
  (await client.post("", { batch: calls, ...over })).body;

describe("a batch", () => {
  it("answers each call as {code, headers, body}, the body as JSON text, in order", async () => {
    const [first, second] = await batch([
      { method: "GET", relative_url: "act_101?fields=currency" },
      { method: "GET", relative_url: "v19.0/act_999" },
    ]);
    expect(first?.code).toBe(200);
    expect(JSON.parse(first?.body ?? "")).toEqual({ id: "act_101", currency: "EUR" });
    expect(first?.headers).toContainEqual({ name: "content-type", value: "application/json" });
    expect(second?.code).toBe(400);
    expect(JSON.parse(second?.body ?? "").error.error_subcode).toBe(33);
  });

  it("fills in what an earlier call answered: {result=name:$.id}", async () => {
    const adSet = asText(anAdSet("{result=made:$.id}")).toString();
    const answers = await batch([
      {
        method: "POST",
        relative_url: "act_101/campaigns",
        name: "made",
        body: `${asText(aCampaign)}`,
      },
      { method: "POST", relative_url: "act_101/adsets", name: "set", body: adSet },
      { method: "GET", relative_url: "{result=set:$.id}?fields=campaign_id,name" },
      { method: "GET", relative_url: "act_101/campaigns?limit=5", name: "all" },
      { method: "GET", relative_url: "?ids={result=all:$.data.*.id}&fields=name" },
    ]);
    // A named call that went well is answered with null, as on the real thing.
    expect(answers.map((one) => one?.code)).toEqual([undefined, undefined, 200, undefined, 200]);
    expect(JSON.parse(answers[2]?.body ?? "")).toMatchObject({ name: "Riders" });
    expect(Object.values(JSON.parse(answers[4]?.body ?? ""))).toMatchObject([{ name: "Autumn" }]);
  });

  it("answers null where an earlier call failed that it leans on", async () => {
    const answers = await batch([
      { method: "GET", relative_url: "act_999", name: "gone" },
      { method: "GET", relative_url: "{result=gone:$.id}" },
    ]);
    expect(answers.map((one) => one?.code)).toEqual([400, undefined]);
  });

  it("may come as a form, and leave its headers out", async () => {
    const calls = JSON.stringify([{ method: "GET", relative_url: "act_101" }]);
    const { body } = await client.say("", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ batch: calls, include_headers: "false" }).toString(),
    });
    expect(body).toEqual([{ code: 200, body: '{"id":"act_101"}' }]);
  });

  it("may carry a token of its own in each call", async () => {
    const stranger = client.network.strangersToken;
    const answers = await batch([
      { method: "GET", relative_url: "act_201" },
      { method: "GET", relative_url: `act_201?access_token=${stranger}` },
      {
        method: "POST",
        relative_url: "act_201/campaigns",
        body: `${asText({ ...aCampaign, access_token: stranger })}`,
      },
    ]);
    expect(answers.map((one) => one?.code)).toEqual([400, 200, 200]);
  });

  it("holds at most 50 calls, and no batch within it", async () => {
    const call = { method: "GET", relative_url: "act_101" };
    const many = await client.post("", { batch: Array(51).fill(call) });
    expect(many.body.error).toMatchObject({
      code: 100,
      error_data: { blame_field_specs: [["batch"]] },
    });
    expect(await batch(Array(50).fill(call))).toHaveLength(50);
    const inner = { batch: JSON.stringify([call]) };
    expect(await batch([{ method: "POST", relative_url: "", body: `${asText(inner)}` }])).toEqual([
      null,
    ]);
  });

  it("needs a token, like any call", async () => {
    const calls = JSON.stringify({ batch: [{ method: "GET", relative_url: "act_101" }] });
    const { status, body } = await client.say("", { method: "POST", body: calls, as: null });
    expect([status, body.error.code]).toEqual([401, 190]);
  });
});
