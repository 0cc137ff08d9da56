import { beforeAll, describe, expect, it } from "vitest";
import { aCampaign, aNetwork, type TestNetwork } from "./testing";

let network: TestNetwork;
beforeAll(async () => {
  network = await aNetwork();
});

const codes = (answers: readonly ({ code: number } | null)[]) => answers.map((one) => one?.code);
const campaign = (over: object = {}) =>
  new URLSearchParams(
    Object.entries({ ...aCampaign, ...over }).map(([name, value]): [string, string] => [
      ...([name, typeof value === "string" ? value : JSON.stringify(value)] as const),
    ]),
  ).toString();

describe("a call of a batch", () => {
  it("that depends on another is made after it went well, and not at all when it failed", async () => {
    const batch = (objective: string) => [
      {
        method: "POST",
        relative_url: "act_101/campaigns",
        name: "c",
        body: campaign({ objective }),
      },
      { method: "GET", relative_url: "me", depends_on: "c" },
    ];
    expect(codes((await network.post("", { batch: batch("OUTCOME_SALES") })).body)).toEqual([
      ...[undefined, 200],
    ]);
    expect(codes((await network.post("", { batch: batch("FAME") })).body)).toEqual([
      ...[400, undefined],
    ]);
  });

  it("that depends on none of the calls before it is named, and nothing of the batch is made", async () => {
    const before = (await network.get("act_101/campaigns")).body.data.length;
    const { status, body } = await network.post("", {
      batch: [
        { method: "POST", relative_url: "act_101/campaigns", body: campaign() },
        { method: "GET", relative_url: "me", depends_on: "later" },
        { method: "GET", relative_url: "me", name: "later" },
      ],
    });
    expect([status, body.error.error_data.blame_field_specs]).toEqual([400, [["batch"]]]);
    expect((await network.get("act_101/campaigns")).body.data).toHaveLength(before);
  });

  it("can bring a picture along as an attached file", async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
    const form = new FormData();
    const upload = {
      ...{ method: "POST", relative_url: "act_101/adimages", body: "name=cat" },
      attached_files: "cat",
    };
    form.set("batch", JSON.stringify([upload, { ...upload, attached_files: "dog" }]));
    form.set("cat", new Blob([png]), "cat.png");
    const response = await network.handle(
      new Request("http://nod.test/graph/v24.0/", {
        method: "POST",
        headers: { authorization: `Bearer ${network.token}` },
        body: form,
      }),
    );
    const [made, missing] = (await response.json()) as [{ body: string }, { body: string }];
    expect(JSON.parse(made.body).images.cat.hash).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.parse(missing.body).error.error_data.blame_field_specs).toEqual([["bytes"]]);
  });

  it("can take from an answer with lists: the second of them, or all", async () => {
    const { body } = await network.post("", {
      batch: [
        { method: "GET", relative_url: "me/adaccounts", name: "mine" },
        { method: "GET", relative_url: "{result=mine:$.data[1].id}?fields=currency" },
        { method: "GET", relative_url: "?ids={result=mine:$.data[*].id}" },
        { method: "GET", relative_url: "{result=mine:$.data[7].id}" },
      ],
    });
    expect(codes(body)).toEqual([undefined, 200, 200, undefined]);
    expect(JSON.parse(body[1].body).currency).toBe("JPY");
    expect(Object.keys(JSON.parse(body[2].body))).toEqual(["act_101", "act_102"]);
  });
});
