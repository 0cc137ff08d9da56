import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCampaign, anAdSet } from "../testing";
import { aClient, type TestClient } from "./a-client";

let client: TestClient;
beforeAll(async () => {
  client = await aClient();
});
afterAll(() => client.close());

describe("values on the wire", () => {
  it("insight numbers are strings, days are the account's, and spend is in whole money", async () => {
    const { body } = await client.get("act_101/insights", {
      fields: "impressions,reach,frequency,spend,cpm,cpp,clicks,ctr,cpc,account_currency",
      time_range: { since: "2026-11-18", until: "2026-11-19" },
      time_increment: 1,
    });
    expect(body.data.length).toBeGreaterThan(0);
    for (const row of body.data) {
      for (const value of Object.values(row)) expect(value).toBeTypeOf("string");
      expect(row.date_start).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    expect(body.data[0]).toMatchObject({
      impressions: "4000",
      reach: "2000",
      spend: "12.34",
      frequency: "2.000000",
      ctr: "1.000000",
      cpc: "0.308500",
      cpm: "3.085000",
      account_currency: "EUR",
    });
  });

  it("money without minor units has none", async () => {
    const { body } = await client.get("act_102/insights", { fields: "spend" });
    expect(body.data[0].spend).toBe("1234");
  });

  it("budgets are whole minor units, as text or number, and answered as text", async () => {
    const budget = {
      ...aCampaign,
      bid_strategy: "LOWEST_COST_WITHOUT_CAP",
      fields: "daily_budget",
    };
    for (const amount of [5000, "5000"]) {
      const { body } = await client.post("act_101/campaigns", { ...budget, daily_budget: amount });
      expect(body.daily_budget).toBe("5000");
    }
    for (const amount of [50.5, "50.5", -5, "much"]) {
      const { body } = await client.post("act_101/campaigns", { ...budget, daily_budget: amount });
      expect(body.error).toMatchObject({
        code: 100,
        error_data: { blame_field_specs: [["daily_budget"]] },
      });
    }
  });

  it("times are ISO 8601 in the account's zone, and taken in any zone or as Unix seconds", async () => {
    const campaign = (await client.post("act_101/campaigns", aCampaign)).body.id;
    for (const [start, expected] of [
      ["2027-01-15T12:00:00Z", "2027-01-15T13:00:00+0100"],
      ["2027-07-15T12:00:00+0000", "2027-07-15T14:00:00+0200"],
      ["2027-01-15T09:00:00", "2027-01-15T09:00:00+0100"],
      [1_800_000_000, "2027-01-15T09:00:00+0100"],
    ] as const) {
      const { body } = await client.post("act_101/adsets", {
        ...anAdSet(campaign),
        start_time: start,
        fields: "start_time,created_time",
      });
      expect([start, body.start_time]).toEqual([start, expected]);
      expect(body.created_time).toBe("2026-11-20T11:00:00+0100");
    }
  });

  it("ids are text, whatever their size, and taken as text or number", async () => {
    const campaign = (await client.post("act_101/campaigns", aCampaign)).body.id;
    expect(campaign).toBeTypeOf("string");
    for (const id of [campaign, Number(campaign)]) {
      const { body } = await client.post("act_101/adsets", {
        ...anAdSet(id),
        fields: "campaign_id",
      });
      expect(body.campaign_id).toBe(campaign);
    }
  });

  it("answers are JSON that no cache keeps and no other site may read", async () => {
    for (const answer of [await client.get("act_101"), await client.get("act_999")]) {
      expect(answer.headers["cache-control"]).toBe("private, no-store");
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
      expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
      expect(answer.headers["x-fb-trace-id"]).toMatch(/^A\w+/);
    }
    const preflight = await client.say("act_101", {
      method: "OPTIONS",
      headers: { origin: "https://elsewhere.example", "access-control-request-method": "GET" },
    });
    expect(preflight.status).toBe(405);
    expect(preflight.headers).not.toHaveProperty("access-control-allow-origin");
  });
});
