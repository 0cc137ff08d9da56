import { beforeEach, expect, test } from "vitest";
import { createAdApiClient } from "@/lib/ad-api/client";
import {
  anUploadNetwork,
  hashes,
  type UploadNetwork,
} from "@/lib/network/ad-api/custom-audiences-testing";
import { companies } from "@/lib/network/population/lists";
import { aMember } from "@/lib/network/population/testing";
import type { Client, Role } from "@/lib/workspace/actor";
import { createCustomerList } from "./create-customer-list";
import type { CustomerListsCtx } from "./customer-lists-ctx";
import { deleteCustomerList } from "./delete-customer-list";
import { listCustomerLists } from "./list-customer-lists";
import { uploadListRows, uploadRowsInput } from "./upload-list-rows";

const company = companies[0]?.id ?? "";
const client = (id: string, accountId: string): Client => ({
  ...{ id, accountId, agencyId: "a1", name: "Lakeside", currency: "EUR", minorUnits: 100 },
  timeZone: "Europe/Berlin",
  companies: [{ id: company, name: "Lakeside", relation: "owns" }],
});
const clients = [client("c1", "act_101"), client("c2", "act_102")];
const sessionId = "6f1c1f0e-8a50-4a7e-9a3a-6f8f2f3b1d11";
const operationId = "0d4a1d1c-2f43-4df6-8b59-0a6b2f8a7c22";

let network: UploadNetwork;
beforeEach(async () => {
  network = await anUploadNetwork(
    Array.from({ length: 2_000 }, (_, number) => aMember({ number })),
  );
});

const ctx = (role: Role = "marketer", clientId: string | null = null): CustomerListsCtx => ({
  actor: {
    ...{ personId: "p", name: "Mara", email: "mara@agency.example" },
    ...{ agencyId: "a1", agencyName: "Northlight" },
    grants: [{ agencyId: "a1", clientId, role }],
  },
  workspace: { getClient: async (_agency, id) => clients.find((one) => one.id === id) ?? null },
  adApi: createAdApiClient({
    fetch: (input, init) => network.handle(new Request(input, init)),
    baseUrl: "http://nod.test/graph/v24.0",
    token: network.token,
  }),
});

const make = (by = ctx(), name = "Spring buyers") =>
  createCustomerList(by, { clientId: "c1", companyId: company, name, operationId });

async function made(): Promise<string> {
  const list = await make();
  if (!list.ok) throw new Error(list.error.message);
  return list.value.id;
}

const call = (listId: string, rows: readonly string[], over = {}) =>
  uploadListRows(
    ctx(),
    uploadRowsInput.parse({
      ...{ clientId: "c1", listId, operation: "add", sessionId, seq: 1, last: true, total: 1_500 },
      ...{ columns: ["EMAIL"], rows: rows.map((row) => [row]) },
      ...over,
    }),
  );

async function shown(by = ctx()) {
  const [first] = clients;
  const lists = first && (await listCustomerLists(by, first));
  if (lists?.kind !== "known") throw new Error("The network is silent.");
  return lists.lists;
}

test("a list is empty, then under way, then ready with how many of it can be reached", async () => {
  const id = await made();
  expect(await shown()).toMatchObject([{ id, name: "Spring buyers", status: "empty", rows: 0 }]);
  await call(id, hashes(0, 1_000), { last: false });
  expect(await shown()).toMatchObject([{ status: "uploading" }]);
  await call(id, hashes(1_000, 1_500), { seq: 2 });
  const [list] = await shown();
  expect(list).toMatchObject({ status: "ready", rows: 1_500, company: "Lakeside", why: null });
  expect(list?.matchRate).toMatch(/^\d+–\d+ %$/);
});

test("a call that is sent twice, and a list that is made twice, are there once", async () => {
  const id = await made();
  expect(await made()).toBe(id);
  await call(id, hashes(0, 1_000), { last: false });
  await call(id, hashes(0, 1_000), { last: false });
  expect(await call(id, hashes(1_000, 1_500), { seq: 2 })).toMatchObject({
    value: { received: 1_500 },
  });
});

test("replacing leaves only the new people", async () => {
  const id = await made();
  await call(id, hashes(0, 2_000));
  const again = "7a1c1f0e-8a50-4a7e-9a3a-6f8f2f3b1d11";
  await call(id, hashes(0, 1_200), { operation: "replace", sessionId: again });
  expect(await shown()).toMatchObject([{ rows: 1_200 }]);
});

test("a deleted list is not shown any more; deleting it again changes nothing", async () => {
  const listId = await made();
  const gone = { ok: true, value: true };
  expect(await deleteCustomerList(ctx(), { clientId: "c1", listId })).toEqual(gone);
  expect(await shown()).toEqual([]);
  expect(await deleteCustomerList(ctx(), { clientId: "c1", listId })).toEqual(gone);
  expect(await call(listId, hashes(0, 1_000))).toMatchObject({ error: { code: "invalid" } });
});

test("a name that suggests illness is refused beside the name, before a row has left", async () => {
  expect(await make(ctx(), "Diabetes patients")).toMatchObject({
    error: { code: "invalid", fields: { name: expect.stringMatching(/suggests/) } },
  });
});

test("a company that is not the client's is refused beside the company", async () => {
  const input = { clientId: "c1", companyId: "rival", name: "Buyers", operationId };
  expect(await createCustomerList(ctx(), input)).toMatchObject({
    error: { fields: { company: expect.any(String) } },
  });
});

test("who may not save makes, fills and deletes nothing, and pays for no match rate", async () => {
  const listId = await made();
  await call(listId, hashes(0, 1_500));
  const viewer = ctx("viewer");
  const asked = network.asked();
  expect(await make(viewer)).toMatchObject({ error: { code: "forbidden" } });
  expect(await deleteCustomerList(viewer, { clientId: "c1", listId })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await shown(viewer)).toMatchObject([{ rows: 1_500, matchRate: null }]);
  expect(network.asked()).toBe(asked);
});

test("a list is not found through another client, nor by who was not given its client", async () => {
  const listId = await made();
  expect(await deleteCustomerList(ctx(), { clientId: "c2", listId })).toMatchObject({
    error: { code: "not_found" },
  });
  const other = ctx("marketer", "c2");
  expect(await deleteCustomerList(other, { clientId: "c1", listId })).toMatchObject({
    error: { code: "not_found" },
  });
});

test("nothing but hashes fits into a call, at least 1,000 rows in all and at most 5,000 at once", () => {
  const [hash = ""] = hashes(0, 1);
  const input = {
    ...{ clientId: "c1", listId: "1", operation: "add", sessionId, seq: 1, last: true },
    ...{ total: 1_000, columns: ["EMAIL"], rows: [[hash]] },
  };
  const taken = (over: object) => uploadRowsInput.safeParse({ ...input, ...over }).success;
  expect(taken({})).toBe(true);
  expect(taken({ rows: [["ana@example.com"]] })).toBe(false);
  expect(taken({ rows: [["4915123456789"]] })).toBe(false);
  expect(taken({ rows: [[hash, hash]] })).toBe(false);
  expect(taken({ columns: ["FN"] })).toBe(false);
  expect(taken({ total: 999 })).toBe(false);
  expect(taken({ rows: Array.from({ length: 5_001 }, () => [hash]) })).toBe(false);
});
