import { afterEach, beforeEach, expect, it } from "vitest";
import { anAdSet } from "../testing";
import { aClient, type TestClient } from "./a-client";

let client: TestClient;
let launch: Awaited<ReturnType<TestClient["launch"]>>;
let other: typeof launch;
beforeEach(async () => {
  client = await aClient();
  launch = await client.launch();
  other = await client.launch();
});
afterEach(() => client.close());

const ids = async (path: string, params: Record<string, unknown> = {}) =>
  (await client.get(path, params)).body.data.map(({ id }: { id: string }) => id);
const where = (field: string, value: string) => ({
  filtering: [{ field, operator: "EQUAL", value }],
});

it("ads and ad sets are filtered by what stands above them, and by themselves under either name", async () => {
  expect(await ids("act_101/ads", where("campaign.id", launch.campaign))).toEqual([launch.ad]);
  expect(await ids("act_101/ads", where("adset.id", launch.adSet))).toEqual([launch.ad]);
  expect(await ids("act_101/ads", where("ad.id", launch.ad))).toEqual([launch.ad]);
  expect(await ids("act_101/ads", where("id", launch.ad))).toEqual([launch.ad]);
  expect(await ids("act_101/ads", where("campaign.id", launch.ad))).toEqual([]);
  expect(await ids("act_101/adsets", where("campaign.id", other.campaign))).toEqual([other.adSet]);
});

it.each([
  ["campaigns", "adset.id"],
  ["adsets", "ad.id"],
  ["ads", "colour.id"],
  ["ads", "campaign.colour"],
  ["ads", "ad.campaign.id"],
])("a list of %s refuses a filter on %s by its name", async (edge, field) => {
  const { status, body } = await client.get(`act_101/${edge}`, where(field, "1"));
  expect([status, body.error.code]).toEqual([400, 100]);
  expect(body.error.message).toContain(`(${field})`);
});

it("what stands below an archived campaign is left out like it, unless a filter names a status or the call is about that campaign", async () => {
  await client.post(launch.campaign, { status: "ARCHIVED" });
  expect(await ids("act_101/adsets")).toEqual([other.adSet]);
  expect(await ids("act_101/ads")).toEqual([other.ad]);
  expect(await ids("act_101/ads", { effective_status: ["ARCHIVED"] })).toEqual([launch.ad]);
  expect(await ids(`${launch.campaign}/ads`)).toEqual([launch.ad]);
  const { body } = await client.post("act_101/adsets", anAdSet(other.campaign));
  await client.post(other.adSet, { status: "ARCHIVED" });
  expect(await ids(`${other.campaign}/ads`)).toEqual([]);
  expect(await ids(`${other.campaign}/adsets`)).toEqual([body.id]);
});

it("insights take what clients say of attribution, and no other split of actions than by type", async () => {
  const { status } = await client.get("act_101/insights", {
    action_breakdowns: ["action_type"],
    action_attribution_windows: ["7d_click", "1d_view"],
    action_report_time: "conversion",
    use_account_attribution_setting: true,
    use_unified_attribution_setting: true,
  });
  expect(status).toBe(200);
  const { body } = await client.get("act_101/insights", { action_breakdowns: ["action_device"] });
  expect(body.error.error_data.blame_field_specs).toEqual([["action_breakdowns"]]);
});
