import { beforeEach, expect, it } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import {
  aList,
  anUploadNetwork,
  hashes,
  refusal,
  type UploadNetwork,
} from "./custom-audiences-testing";

let network: UploadNetwork;
beforeEach(async () => {
  network = await anUploadNetwork(
    Array.from({ length: 3_000 }, (_, number) => aMember({ number })),
  );
});
const women = { geo_locations: { countries: ["IN"] }, genders: [2] };
const fields =
  "name,targeting,approximate_count_lower_bound,approximate_count_upper_bound,run_status,time_created";

it("a saved audience is kept with its targeting, counted, changed and deleted", async () => {
  const { id } = (
    await network.post("act_101/saved_audiences", { name: "Women in India", targeting: women })
  ).body;
  const { body } = await network.get(id, { fields });
  expect(body).toMatchObject({
    id,
    name: "Women in India",
    targeting: women,
    run_status: "ACTIVE",
  });
  expect(body.approximate_count_lower_bound).toBeLessThan(3_000);
  expect(body.approximate_count_upper_bound).toBeGreaterThan(3_000);
  await network.post(id, { targeting: { ...women, genders: [1] } });
  expect((await network.get(id, { fields: "targeting" })).body.targeting.genders).toEqual([1]);
  expect((await network.get("act_101/saved_audiences", { fields: "name" })).body.data).toEqual([
    { id, name: "Women in India" },
  ]);
  await network.remove(id);
  expect((await network.get("act_101/saved_audiences")).body.data).toEqual([]);
  expect((await network.get(id, { fields: "run_status" })).body.run_status).toBe("DELETED");
});

it("a saved audience says in words whom it is for, with the names of the account's own lists and of no other's", async () => {
  const { id: list } = (await network.post("act_101/customaudiences", aList)).body;
  const theirs = (await network.post("act_102/customaudiences", { ...aList, name: "Theirs" })).body;
  await network.post(`${list}/users`, { payload: { schema: "EMAIL", data: hashes(0, 2_000) } });
  const targeting = { ...women, custom_audiences: [{ id: list }] };
  const { id } = (await network.post("act_101/saved_audiences", { name: "Buyers", targeting }))
    .body;
  const lines = [
    { content: "Location:", children: ["India"] },
    { content: "Age:", children: ["18 - 65+"] },
    { content: "Gender:", children: ["Women"] },
    { content: "Customer lists:", children: ["Customers"] },
  ];
  const { body } = await network.get(id, { fields: "sentence_lines" });
  expect(body.sentence_lines).toEqual(lines);
  const said = async (audience: string) =>
    (
      await network.get("act_101/targetingsentencelines", {
        targeting_spec: { ...women, custom_audiences: [{ id: audience }] },
      })
    ).body.targetingsentencelines;
  expect(await said(list)).toEqual(lines);
  expect((await said(theirs.id)).at(-1).children).toEqual([theirs.id]);
});

it("a saved audience whose list is gone cannot be counted any more, and says so", async () => {
  const list = (await network.post("act_101/customaudiences", aList)).body.id;
  await network.post(`${list}/users`, { payload: { schema: "EMAIL", data: hashes(0, 2_000) } });
  const targeting = { custom_audiences: [{ id: list }] };
  const { id } = (await network.post("act_101/saved_audiences", { name: "Customers", targeting }))
    .body;
  const upper = async () => (await network.get(id, { fields })).body.approximate_count_upper_bound;
  expect(await upper()).toBeGreaterThan(1_000);
  await network.remove(list);
  expect(await upper()).toBe(-1);
});

it.each([
  ["without a targeting", { targeting: undefined }, undefined, "targeting"],
  ["named after an illness", { name: "Cancer" }, 1_713_230, "name"],
  [
    "with a list that is not there",
    { targeting: { custom_audiences: [{ id: "5" }] } },
    33,
    "targeting.custom_audiences.0",
  ],
  ["with a field that there is not", { colour: "red" }, undefined, "colour"],
])("a saved audience is refused %s", async (_what, over, subcode, blame) => {
  const params = { name: "Women", targeting: women, ...over };
  expect(refusal(await network.post("act_101/saved_audiences", params))).toEqual([
    400,
    100,
    subcode,
    blame,
  ]);
});
