import { expect } from "vitest";
import { objectTypes } from "../object-types";
import type { ObjectKind } from "../store";
import { aCampaign, aLaunch } from "../testing";
import { aClient, page, type TestClient } from "./a-client";
import type { World } from "./malformed-world";

/** A word that stands in what belongs to another workspace only. */
export const secret = "Nobody else may read this";

/** Runs in a network with two workspaces, and sees to it that nothing of either has changed afterwards. */
export async function withWorld(
  run: (client: TestClient, world: World) => Promise<void>,
): Promise<void> {
  const client = await aClient();
  const { network } = client;
  try {
    const own = await aLaunch(network, page);
    const foreign = { ...aCampaign, name: secret };
    const theirs = await client.post("act_201/campaigns", foreign, network.strangersToken);
    const world: World = {
      account: "act_101",
      campaign: own.campaign,
      adset: own.adSet,
      ad: own.ad,
      creative: own.creative,
      foreign: ["act_201", theirs.body.id],
      token: network.token,
      readOnlyToken: "reader",
    };
    const before = await state(client);
    await run(client, world);
    expect(await state(client)).toEqual(before);
  } finally {
    await client.close();
  }
}

async function state({ network }: TestClient) {
  const kinds = Object.keys(objectTypes) as ObjectKind[];
  const accountIds = ["101", "102", "201"];
  const objects = await Promise.all(
    kinds.map((kind) => network.objects.list({ kind, accountIds })),
  );
  const changes = await network.objects.listStatusChanges(objects.flat().map(({ id }) => id));
  return { objects, changes };
}
