import { aCampaign } from "../testing";
import type { TestClient } from "./a-client";

/** One object of each kind, by kind, in account 101; `account` is that account. */
export async function oneOfEveryKind(
  client: TestClient,
): Promise<Readonly<Record<string, string>>> {
  const launch = await client.launch();
  const png = { bytes: "iVBORw0KGgoAAAANSUhEUg==" };
  const image = (await client.post("act_101/adimages", png)).body.images.bytes.hash;
  const listed = await client.get("act_101/adimages", { hashes: [image] });
  const { id } = (await client.post("act_101/campaigns", aCampaign)).body;
  const list = {
    name: "Customers",
    subtype: "CUSTOM",
    customer_file_source: "USER_PROVIDED_ONLY",
  };
  const custom = (await client.post("act_101/customaudiences", list)).body.id;
  await client.post(`${custom}/users`, { payload: { schema: "EMAIL", data: ["0".repeat(64)] } });
  const saved = {
    name: "Riders",
    targeting: { geo_locations: { countries: ["DE"] } },
  };
  const prediction = {
    target_spec: { geo_locations: { countries: ["DE"] } },
    start_time: "2026-12-01T00:00:00+0100",
    end_time: "2026-12-15T00:00:00+0100",
    budget: 500_000,
  };
  const predicted = (await client.post("act_101/reachfrequencypredictions", prediction)).body.id;
  const savedId = (await client.post("act_101/saved_audiences", saved)).body.id;
  const report = (await client.post("act_101/insights", {})).body.report_run_id;
  return {
    account: "act_101",
    reportrun: report,
    campaign: launch.campaign,
    anotherCampaign: id,
    adset: launch.adSet,
    ad: launch.ad,
    creative: launch.creative,
    image: listed.body.data[0].id,
    customaudience: custom,
    savedaudience: savedId,
    prediction: predicted,
  };
}
