import { beforeEach, describe, expect, it } from "vitest";
import { emailOf, phoneOf, strangerEmail } from "@/lib/network/lists/testing";
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
    Array.from({ length: 6_000 }, (_, number) => aMember({ number })),
  );
});

const made = async (over: Record<string, unknown> = {}, account = "act_101"): Promise<string> =>
  (await network.post(`${account}/customaudiences`, { ...aList, ...over })).body.id;
describe("a customer list", () => {
  it("is made with a name, a kind and where its rows came from, and read as clients read it", async () => {
    const id = await made({ description: "From the shop" });
    const fields =
      "name,description,subtype,customer_file_source,retention_days,delivery_status,operation_status,time_created,approximate_count_lower_bound,approximate_count_upper_bound,nod_match_rate,nod_rows,data_source,lookalike_audience_ids";
    const { body } = await network.get(id, { fields });
    expect(body).toMatchObject({
      ...{ id, ...aList, description: "From the shop", retention_days: 0, nod_rows: 0 },
      delivery_status: { code: 300 },
      operation_status: { code: 410 },
      approximate_count_lower_bound: -1,
      approximate_count_upper_bound: -1,
    });
    expect(body.time_created).toBe(Date.parse("2026-11-20T10:00:00Z") / 1000);
    expect(body).not.toHaveProperty("nod_match_rate");
    expect((await network.post(id, { name: "Buyers" })).body).toEqual({ success: true });
    expect(refusal(await network.post(id, { subtype: "LOOKALIKE" }))[3]).toBe("subtype");
    const { data } = (await network.get("act_101/customaudiences", { fields: "name" })).body;
    expect(data).toEqual([{ id, name: "Buyers" }]);
    expect((await network.remove(id)).body).toEqual({ success: true });
    expect((await network.get("act_101/customaudiences")).body.data).toEqual([]);
  });

  it("is not looked for by how many people match: one call would ask about every list there is", async () => {
    for (const name of ["A", "B"]) {
      const id = await made({ name });
      const payload = { schema: "EMAIL", data: hashes(0, 2_000) };
      await network.post(`${id}/users`, { payload });
    }
    const asked = network.asked();
    for (const field of [
      "approximate_count_lower_bound",
      "approximate_count_upper_bound",
      "nod_match_rate",
      "customaudience.nod_match_rate",
    ]) {
      const filtering = [{ field, operator: "GREATER_THAN", value: 1 }];
      for (const edge of ["customaudiences", "saved_audiences"]) {
        const answer = await network.get(`act_101/${edge}`, { filtering });
        expect(answer.status).toBe(400);
      }
    }
    expect(network.asked()).toBe(asked);
  });

  it.each([
    ["without a source", { customer_file_source: undefined }, undefined, "customer_file_source"],
    ["of a kind that there is not", { subtype: "WEBSITE" }, undefined, "subtype"],
    ["named after an illness", { name: "Diabetes patients" }, 1_713_230, "name"],
    ["named after hardship", { name: "Deep in debt" }, 1_713_230, "name"],
    ["of a company that nobody knows", { nod_company: "nobody" }, undefined, "nod_company"],
    [
      "with a field of a lookalike",
      { lookalike_spec: { country: "IN", ratio: 0.1 } },
      undefined,
      "lookalike_spec",
    ],
    ["with a field that there is not", { rule: "x" }, undefined, "rule"],
  ])("is refused %s", async (_what, over, subcode, blame) => {
    const answer = await network.post("act_101/customaudiences", { ...aList, ...over });
    expect(refusal(answer)).toEqual([400, 100, subcode, blame]);
  });

  it("says how many rows came, which were none and why, without repeating them", async () => {
    const id = await made();
    const { status, body } = await network.post(`${id}/users`, {
      payload: {
        schema: ["EMAIL", "PHONE", "FN"],
        data: [
          [emailOf(1), "", ""],
          [emailOf(1).toUpperCase(), "", ""],
          ["", phoneOf(2), emailOf(9)],
          ["xyz", "", ""],
          ["", "", emailOf(9)],
          [emailOf(3)],
          "row",
        ],
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ audience_id: id, num_received: 7, num_invalid_entries: 4 });
    expect(Object.keys(body.invalid_entry_samples)).toEqual(["3", "4", "5", "6"]);
    expect(JSON.stringify(body)).not.toContain("xyz");
    expect((await network.get(id, { fields: "nod_rows,operation_status" })).body).toMatchObject({
      nod_rows: 2,
      operation_status: { code: 470 },
    });
    expect(
      (await network.get(`${id}/health`)).body.data.map((one: { code: number }) => one.code),
    ).toEqual([470, 412]);
  });

  it.each([
    ["a plain address", { schema: "EMAIL", data: [emailOf(1), "ana@example.org"] }],
    ["a plain number", { schema: "PHONE", data: ["+44 7700 900123"] }],
    ["digits", { schema: ["PHONE"], data: [[447700900123]] }],
    [
      "a plain address in another column",
      { schema: ["EMAIL", "FN"], data: [[emailOf(1), "ana@example.org"]] },
    ],
    ["what it calls raw", { schema: "EMAIL", is_raw: true, data: [emailOf(1)] }],
  ])("takes nothing of a call with %s, and says how it must be sent", async (_what, payload) => {
    const id = await made();
    const answer = await network.post(`${id}/users`, { payload });
    expect(refusal(answer).slice(0, 2)).toEqual([400, 100]);
    expect(answer.body.error.message).toContain("SHA-256");
    expect(JSON.stringify(answer.body)).not.toContain("ana");
    expect((await network.get(`${id}/sessions`)).body.data).toEqual([]);
  });

  it.each([
    ["no payload", {}, "payload"],
    [
      "a column that nobody knows",
      { payload: { schema: ["EMAIL", "SHOE"], data: [] } },
      "payload.schema",
    ],
    ["nothing to find people by", { payload: { schema: ["FN"], data: [] } }, "payload.schema"],
    [
      "more than 10,000 rows",
      { payload: { schema: "EMAIL", data: Array(10_001).fill(emailOf(1)) } },
      "payload.data",
    ],
    [
      "a session without a number",
      { payload: { schema: "EMAIL", data: [] }, session: { session_id: 1 } },
      "session.batch_seq",
    ],
  ])("refuses %s", async (_what, params, blame) => {
    const id = await made();
    expect(refusal(await network.post(`${id}/users`, params))).toEqual([
      400,
      100,
      undefined,
      blame,
    ]);
  });

  it("is uploaded in sessions of several calls, each of which counts once", async () => {
    const id = await made();
    const call = (batch_seq: number, from: number, to: number, last_batch_flag = false) =>
      network.post(`${id}/users`, {
        payload: { schema: "EMAIL_SHA256", data: hashes(from, to) },
        session: { session_id: 7, batch_seq, last_batch_flag, estimated_num_total: 3_000 },
      });
    await call(1, 0, 1_000);
    expect((await call(1, 0, 1_000)).body.num_received).toBe(1_000);
    expect((await network.get(`${id}/sessions`)).body.data).toMatchObject([
      { session_id: "7", num_received: "1000", progress: "33", stage: "UPLOADING" },
    ]);
    const fields = "nod_rows,operation_status,delivery_status";
    expect((await network.get(id, { fields })).body).toMatchObject({
      nod_rows: 0,
      operation_status: { code: 441 },
    });
    await call(2, 1_000, 2_000);
    expect((await call(3, 2_000, 3_000, true)).body.num_received).toBe(3_000);
    expect((await network.get(id, { fields })).body).toMatchObject({
      ...{ nod_rows: 3_000, operation_status: { code: 200 }, delivery_status: { code: 200 } },
    });
    expect((await call(3, 2_000, 3_000, true)).body.num_received).toBe(3_000);
    const { data } = (await network.get(`${id}/sessions`)).body;
    expect(data).toMatchObject([{ progress: "100", stage: "DONE" }]);
    const other = await network.call("DELETE", `${id}/users`, {
      payload: { schema: "EMAIL", data: hashes(0, 1) },
      session: { session_id: 7, batch_seq: 4 },
    });
    expect(refusal(other)[3]).toBe("session.session_id");
  });

  it("shows its match rate as a band of five points, and loses whom it is told to take off", async () => {
    const id = await made();
    const strangers = Array.from({ length: 6_000 }, (_, n) => strangerEmail(n));
    await network.post(`${id}/users`, { payload: { schema: "EMAIL", data: hashes(0, 4_000) } });
    await network.post(`${id}/users`, { payload: { schema: "EMAIL", data: strangers } });
    const read = async () =>
      (
        await network.get(id, {
          fields:
            "nod_match_rate,nod_rows,approximate_count_lower_bound,approximate_count_upper_bound,delivery_status",
        })
      ).body;
    const before = await read();
    // 4,000 of 10,000, give or take the noise.
    expect(["30-35 %", "35-40 %", "40-45 %", "45-50 %"]).toContain(before.nod_match_rate);
    expect(before.approximate_count_lower_bound).toBeLessThan(4_000);
    expect(before.approximate_count_upper_bound).toBeGreaterThan(4_000);
    expect(await read()).toEqual(before);
    await network.call("DELETE", `${id}/users`, {
      payload: { schema: "EMAIL", data: [...strangers, ...hashes(10, 4_000)] },
    });
    expect(await read()).toMatchObject({
      nod_rows: 10,
      delivery_status: { code: 300 },
      approximate_count_upper_bound: -1,
    });
    await network.post(`${id}/usersreplace`, {
      payload: { schema: "EMAIL", data: [...hashes(0, 500), ...strangers] },
    });
    expect(await read()).toMatchObject({
      nod_rows: 6_500,
      nod_match_rate: "too few to say",
      approximate_count_lower_bound: 1_000,
      approximate_count_upper_bound: 1_000,
    });
  });
});
