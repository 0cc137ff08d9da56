import { beforeAll, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aCampaign, aLaunch, aNetwork, type TestNetwork } from "./testing";

const page = companies[0]?.id ?? "";
const root = "http://nod.test/graph/v24.0";
let network: TestNetwork;
let launch: Awaited<ReturnType<typeof aLaunch>>;
beforeAll(async () => {
  network = await aNetwork();
  launch = await aLaunch(network, page);
});

const send = async (url: string, init: RequestInit = {}) => {
  const response = await network.handle(new Request(url, init));
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(await response.text()),
  };
};

describe("the shapes in which clients ask", () => {
  const made = { id: expect.stringMatching(/^\d+$/) };
  const asForm = (fields: Readonly<Record<string, unknown>>) =>
    Object.entries(fields).map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);

  it("take a JSON body with the token in it", async () => {
    const body = JSON.stringify({ ...aCampaign, access_token: network.token });
    const headers = { "content-type": "application/json" };
    expect(
      await send(`${root}/act_101/campaigns`, { method: "POST", body, headers }),
    ).toMatchObject({ status: 200, body: made });
  });

  it("take a form with nested values as JSON text, a trailing slash and the token in the query", async () => {
    const body = new URLSearchParams(asForm(aCampaign));
    const url = `${root}/act_101/campaigns/?access_token=${network.token}`;
    expect((await send(url, { method: "POST", body })).body).toEqual(made);
  });

  it("take multipart, and a bearer token", async () => {
    const body = new FormData();
    for (const [name, value] of asForm(aCampaign)) body.set(name, value);
    const headers = { authorization: `Bearer ${network.token}` };
    const { body: answer } = await send(`${root}/act_101/campaigns`, {
      method: "POST",
      body,
      headers,
    });
    expect(answer).toEqual(made);
  });

  it("take everything in the query, with the method named", async () => {
    const query = new URLSearchParams([
      ...asForm({ ...aCampaign, id: "stray" }),
      ["access_token", network.token],
      ["method", "post"],
    ]);
    expect((await send(`${root}/act_101/campaigns?${query}`)).body).toEqual(made);
  });

  it("take any version and mount, an empty body on DELETE, and a bare root", async () => {
    const { body } = await network.post("act_101/campaigns", aCampaign);
    const headers = { authorization: `Bearer ${network.token}` };
    const gone = await send(`http://nod.test/v19.0/${body.id}/`, {
      method: "DELETE",
      body: "{}",
      headers,
    });
    expect(gone.body).toEqual({ success: true });
    expect(gone.headers.get("facebook-api-version")).toBe("v19.0");
    const both = await send(`${root}/?ids=${launch.ad},act_101&fields=id`, { headers });
    expect(Object.keys(both.body)).toEqual([launch.ad, "act_101"]);
  });

  it("answer a batch in order, with values of earlier answers put in", async () => {
    const batch = [
      {
        method: "POST",
        relative_url: "act_101/campaigns",
        name: "c",
        omit_response_on_success: false,
        body: new URLSearchParams(asForm(aCampaign)).toString(),
      },
      { method: "GET", relative_url: "{result=c:$.id}?fields=name" },
      { method: "GET", relative_url: "999" },
      { method: "GET", relative_url: "{result=missing:$.id}" },
      { method: "POST", relative_url: "/v24.0/" },
    ];
    const { body } = await network.post("", { batch });
    expect(body.map((one: { code: number } | null) => one?.code)).toEqual([
      200,
      200,
      400,
      undefined,
      undefined,
    ]);
    expect(JSON.parse(body[1].body).name).toBe("Autumn");
  });

  it("answer no batch within a batch, however its address is written", async () => {
    const body = new URLSearchParams({ batch: '[{"method":"GET","relative_url":"me"}]' });
    const addresses = ["/v24.0//", ".", "v24.0/.", "x/..", "../..", "../v24.0", "%2e", "/?a=1"];
    const batch = addresses.map((relative_url) => ({
      method: "POST",
      relative_url,
      body: body.toString(),
    }));
    const answer = await network.post("", { batch });
    expect(answer.body).toEqual(addresses.map(() => null));
  });

  it("fill in a reference that came percent-encoded, and read a body full of broken ones", async () => {
    const reference = encodeURIComponent("{result=me:$.id}");
    const { body } = await network.post("", {
      batch: [
        { method: "GET", relative_url: "act_101", name: "me" },
        { method: "GET", relative_url: `${reference}?fields=name` },
        { method: "POST", relative_url: "act_101", body: "%7Bresult%3D".repeat(300_000) },
      ],
    });
    expect(JSON.parse(body[1].body)).toMatchObject({ id: "act_101" });
    expect(body[2].code).toBe(400);
  });
});

describe("who asks", () => {
  it("is refused without a token, with an unknown one, and with one that may only read", async () => {
    expect(await send(`${root}/me`)).toMatchObject({ status: 401, body: { error: { code: 190 } } });
    expect((await network.get("me", {}, "nonsense")).body.error).toMatchObject({
      code: 190,
      error_subcode: 467,
    });
    expect((await network.get("act_101", {}, "old")).body.error).toMatchObject({
      code: 190,
      error_subcode: 463,
    });
    const ofAnotherProcess = await network.get("act_101", {}, "nod_internal_00");
    expect(ofAnotherProcess).toMatchObject({ status: 401, body: { error: { code: 102 } } });
    expect((await network.get("act_101", {}, "reader")).status).toBe(200);
    for (const path of ["act_101/campaigns", launch.campaign, "act_101/adimages"]) {
      expect((await network.post(path, aCampaign, "reader")).body.error.code).toBe(200);
    }
    expect((await network.remove(launch.campaign, "reader")).body.error.code).toBe(200);
  });

  it("sees its own accounts only", async () => {
    expect((await network.get("me/adaccounts")).body.data).toEqual([
      { id: "act_101" },
      { id: "act_102" },
    ]);
    expect((await network.get("me/adaccounts", {}, "lakeside")).body.data).toEqual([
      { id: "act_101" },
    ]);
  });

  it("finds nothing of another workspace or account, in the same words as for what never was", async () => {
    const { campaign, adSet, creative, ad } = launch;
    const stranger = network.strangersToken;
    const never = (await network.get("987654321")).body.error.message;
    for (const id of [campaign, adSet, creative, ad, "act_101"]) {
      for (const answer of [
        await network.get(id, {}, stranger),
        await network.post(id, { status: "PAUSED" }, stranger),
        await network.remove(id, stranger),
        await network.get(`${id}/insights`, {}, stranger),
        await network.get("", { ids: id }, stranger),
      ]) {
        expect(answer.body.error).toMatchObject({ code: 100, error_subcode: 33 });
        expect(answer.body.error.message).toBe(never.replace("987654321", id));
      }
    }
    const foreign = await network.post("act_201/adsets", { campaign_id: campaign }, stranger);
    expect(foreign.body.error.code).toBe(100);
    const overlap = await network.get("act_102/nod_overlap", {
      campaign_ids: [campaign, campaign + 1],
    });
    expect(overlap.body.error.error_subcode).toBe(33);
    expect((await network.get("act_102", {}, "lakeside")).body.error.error_subcode).toBe(33);
    expect((await network.get(campaign, { fields: "name" })).body.name).toBe("Autumn");
  });
});
