import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../../../scripts/tests/ask";
import { aCampaign } from "../testing";
import { aClient, type TestClient } from "./a-client";

let client: TestClient;
beforeAll(async () => {
  client = await aClient();
});
afterAll(() => client.close());

const make = async (name: string, account = "act_101"): Promise<string> =>
  (await client.post(`${account}/campaigns`, { ...aCampaign, name })).body.id;

describe("a list", () => {
  it("has data and cursors, 25 rows without a limit, and an absolute next that answers the rest", async () => {
    for (let i = 0; i < 30; i += 1) await make(`Campaign ${i}`, "act_102");
    const { body } = await client.get("act_102/campaigns", { fields: "name" });
    expect(body.data).toHaveLength(25);
    expect(body.data[0].name).toBe("Campaign 29");
    expect(body.paging.cursors).toEqual({
      before: expect.any(String),
      after: expect.any(String),
    });
    expect(body.paging.previous).toBeUndefined();
    expect(body.paging.next.startsWith(`${client.root}/act_102/campaigns?`)).toBe(true);
    const rest = (await client.say(body.paging.next)).body;
    expect(rest.data.map(({ name }: { name: string }) => name)).toEqual([
      "Campaign 4",
      "Campaign 3",
      "Campaign 2",
      "Campaign 1",
      "Campaign 0",
    ]);
    expect(rest.paging.next).toBeUndefined();
    expect((await client.say(rest.paging.previous)).body.data).toEqual(body.data);
  });

  it("links to where the caller asked: the Host header, not the server's own name", async () => {
    const port = new URL(client.root).port;
    const { text } = await ask(`${client.root}/act_102/campaigns/?limit=1`, {
      headers: {
        host: "ads.nod.example",
        "x-forwarded-proto": "https",
        authorization: `Bearer ${client.network.token}`,
      },
    });
    const { paging } = JSON.parse(text);
    expect(paging.next.startsWith("https://ads.nod.example/graph/v24.0/act_102/campaigns?")).toBe(
      true,
    );
    expect(paging.next).not.toContain(port);
  });

  it("never carries a token into a link, unless the caller wrote it into the address itself", async () => {
    const { token } = client.network;
    const next = async (answer: Promise<{ body: { paging: { next: string } } }>) =>
      new URL((await answer).body.paging.next).searchParams.get("access_token");
    expect(await next(client.get("act_102/campaigns", { limit: 1 }))).toBeNull();
    const body = { limit: 1, method: "GET", access_token: token };
    expect(await next(client.post("act_102/campaigns", body))).toBeNull();
    const inAddress = client.say(`act_102/campaigns?limit=1&access_token=${token}`, { as: null });
    expect(await next(inAddress)).toBe(token);
  });

  it("leaves out archived and deleted rows unless a filter names a status; deleted ones stay readable by id", async () => {
    const [kept, archived, deleted] = [await make("Kept"), await make("Old"), await make("Gone")];
    await client.post(archived, { status: "ARCHIVED" });
    await client.remove(deleted);
    const ids = async (params: Record<string, unknown>) =>
      (await client.get("act_101/campaigns", params)).body.data.map(({ id }: { id: string }) => id);
    expect(await ids({})).toEqual([kept]);
    expect(await ids({ effective_status: ["ARCHIVED"] })).toEqual([archived]);
    expect(
      await ids({ filtering: [{ field: "effective_status", operator: "IN", value: ["DELETED"] }] }),
    ).toEqual([deleted]);
    expect((await client.get(deleted, { fields: "status" })).body.status).toBe("DELETED");
    expect((await client.get("act_101/campaigns", { summary: true })).body.summary).toEqual({
      total_count: 1,
    });
  });

  it.each([
    ["EQUAL", "name", "Pear", ["Pear"]],
    ["NOT_EQUAL", "name", "Pear", ["Plum", "Apple pie"]],
    ["IN", "name", ["Pear", "Plum"], ["Plum", "Pear"]],
    ["NOT_IN", "name", ["Pear", "Plum"], ["Apple pie"]],
    ["CONTAIN", "name", "pie", ["Apple pie"]],
    ["NOT_CONTAIN", "campaign.name", "PIE", ["Plum", "Pear"]],
    ["GREATER_THAN", "created_time", 0, ["Plum", "Pear", "Apple pie"]],
    ["LESS_THAN", "created_time", 0, []],
  ])("is filtered with %s", async (operator, field, value, expected) => {
    const fruit = await aClient();
    for (const name of ["Apple pie", "Pear", "Plum"]) {
      await fruit.post("act_101/campaigns", { ...aCampaign, name });
    }
    const { body } = await fruit.get("act_101/campaigns", {
      fields: "name",
      filtering: [{ field, operator, value }],
    });
    await fruit.close();
    expect(body.data.map(({ name }: { name: string }) => name)).toEqual(expected);
  });

  it("refuses a limit and a cursor that are none, naming them", async () => {
    for (const [name, value] of [
      ["limit", "0"],
      ["limit", "many"],
      ["after", "zzz"],
      ["before", "zzz"],
    ] as const) {
      const { body } = await client.get("act_101/campaigns", { [name]: value });
      expect(body.error).toMatchObject({
        code: 100,
        error_data: { blame_field_specs: [[name]] },
      });
    }
  });
});
