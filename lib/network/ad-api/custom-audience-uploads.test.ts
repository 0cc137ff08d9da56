import { expect, it } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import { aList, anUploadNetwork, hashes } from "./custom-audiences-testing";

/** A network where more than 1,000 rows are many. */
const opened = () =>
  anUploadNetwork(
    Array.from({ length: 2_000 }, (_, number) => aMember({ number })),
    null,
    1_000,
  );

it("an upload of many rows answers its last call before its people are found, and says that it goes on", async () => {
  const long = await opened();
  const { id } = (await long.post("act_101/customaudiences", aList)).body;
  const send = () =>
    long.post(`${id}/users`, {
      payload: { schema: "EMAIL", data: hashes(0, 2_000) },
      session: { session_id: 1, batch_seq: 1, last_batch_flag: true },
    });
  expect((await send()).body).toMatchObject({ num_received: 2_000 });
  expect((await send()).body).toMatchObject({ num_received: 2_000 });
  await long.lists.settled();
  const { body } = await long.get(id, { fields: "nod_rows,operation_status" });
  expect(body).toMatchObject({ nod_rows: 2_000, operation_status: { code: 200 } });
  expect((await send()).body).toMatchObject({ num_received: 2_000 });
  expect((await long.get(id, { fields: "nod_rows" })).body).toMatchObject({ nod_rows: 2_000 });
  const { data } = (await long.get("act_101/activities", { oid: id })).body;
  expect(data.map((one: { event_type: string }) => one.event_type)).toEqual([
    "update_audience_users",
    "create_audience",
  ]);
  expect(JSON.parse(data[0].extra_data)).toEqual({
    ...{ type: "users", operation: "ADD", session_id: "1" },
    ...{ num_received: 2_000, num_invalid_entries: 0 },
  });
});

it("a list is processing, and cannot be used yet, while its people are being found", async () => {
  const network = await opened();
  const { id } = (await network.post("act_101/customaudiences", aList)).body;
  const { lists } = network;
  const at = new Date("2026-11-20T10:00:00Z");
  lists.listSessions = async () => [
    {
      ...{ sessionId: "7", operation: "add", estimated: null, received: 9, invalid: 0 },
      ...{ startedAt: at, closedAt: at, completedAt: null },
    },
  ];
  lists.factsOf = async () =>
    new Map([[Number(id), { parts: [], rows: 0, open: true, finding: true, updatedAt: null }]]);
  expect((await network.get(`${id}/sessions`)).body.data).toMatchObject([
    { stage: "PROCESSING", progress: "99" },
  ]);
  const fields = "operation_status,delivery_status";
  expect((await network.get(id, { fields })).body).toMatchObject({
    operation_status: { code: 441, description: "The people of an upload are being found." },
    delivery_status: { code: 300 },
  });
});

it("a list whose name was taken before it was refused is flagged until it gets another one", async () => {
  const network = await opened();
  const { id } = (await network.post("act_101/customaudiences", aList)).body;
  await network.objects.update(Number(id), {
    data: { name: "Deep in debt" },
    at: new Date("2026-11-20T10:00:00Z"),
  });
  const code = async () =>
    (await network.get(id, { fields: "operation_status" })).body.operation_status.code;
  expect(await code()).toBe(471);
  expect((await network.get(`${id}/health`)).body.data).toMatchObject([{ code: 471 }]);
  await network.post(id, { name: "Customers" });
  expect(await code()).toBe(410);
});
