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
  return {
    account: "act_101",
    campaign: launch.campaign,
    anotherCampaign: id,
    adset: launch.adSet,
    ad: launch.ad,
    creative: launch.creative,
    image: listed.body.data[0].id,
  };
}
