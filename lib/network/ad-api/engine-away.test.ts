import { expect, test } from "vitest";
import { createAdApiClient } from "@/lib/ad-api/client";
import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import { aNetwork } from "./testing";

const targeting = { geo_locations: { countries: ["DE"] } };
const cause = new Error("connect ECONNREFUSED 10.0.0.7:9000");

async function aNetworkWhoseEngineIsAway(times: number) {
  const network = await aNetwork();
  const { count } = network.release;
  let left = times;
  network.release.count = async (by, expression) => {
    left -= 1;
    if (left >= 0) throw new EngineUnavailable(cause);
    return count(by, expression);
  };
  return network;
}

test("an engine that is away is a transient error with a sentence to show, and no bug", async () => {
  const network = await aNetworkWhoseEngineIsAway(1);
  const { status, body } = await network.get("act_101/reachestimate", {
    targeting_spec: targeting,
  });
  expect(status).toBe(503);
  expect(body.error).toMatchObject({
    code: 2,
    error_subcode: 9_100_003,
    is_transient: true,
    error_user_msg:
      "Part of the reach engine is not answering. Nothing is counted until it is back.",
  });
  expect(JSON.stringify(body)).not.toContain("ECONNREFUSED");
  expect(network.bugs).toEqual([]);
});

test("the dashboard's client asks again, and has its number when the engine is back in between", async () => {
  const network = await aNetworkWhoseEngineIsAway(2);
  const client = createAdApiClient({
    fetch: (input, init) => network.handle(new Request(input, init)),
    baseUrl: "http://nod.test/graph/v24.0",
    token: network.token,
    waitMs: () => 0,
  });
  expect(await client.reachPanel("act_101", targeting)).toMatchObject({ ok: true });
});

test("when it stays away, the dashboard is refused as unavailable with that sentence", async () => {
  const network = await aNetworkWhoseEngineIsAway(100);
  const client = createAdApiClient({
    fetch: (input, init) => network.handle(new Request(input, init)),
    baseUrl: "http://nod.test/graph/v24.0",
    token: network.token,
    waitMs: () => 0,
  });
  const answer = await client.reachPanel("act_101", targeting);
  expect(answer).toMatchObject({
    ok: false,
    error: {
      code: "unavailable",
      message: "Part of the reach engine is not answering. Nothing is counted until it is back.",
    },
  });
});
