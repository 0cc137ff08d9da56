import { describe, expect, it } from "vitest";
import { leastMs } from "./least-time";
import { aNetwork } from "./testing";

/** A network whose time passes when the test says so. */
async function aPatientNetwork(over: Parameters<typeof aNetwork>[0] = {}) {
  const waiting: (() => void)[] = [];
  const lengths: number[] = [];
  const network = await aNetwork({
    ...over,
    pause: (ms) =>
      new Promise((resolve) => {
        lengths.push(ms);
        waiting.push(resolve);
      }),
  });
  const pass = () => {
    for (const go of waiting.splice(0)) go();
  };
  return { network, lengths, pass };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const places = { geo_locations: { countries: ["IN"] } };

describe("an answer about people", () => {
  it.each([
    ["reachestimate", { targeting_spec: places }],
    ["reachestimate", { targeting_spec: { age_min: 20 } }],
    ["delivery_estimate", { targeting_spec: places }],
    ["nod_overlap", { campaign_ids: ["1", "2"] }],
    ["insights", { level: "account" }],
  ])("of %s comes not before the least time, also a refusal", async (edge, params) => {
    const { network, lengths, pass } = await aPatientNetwork();
    let answered = false;
    const call = network.get(`act_101/${edge}`, params).then(() => {
      answered = true;
    });
    await settle();
    expect(answered).toBe(false);
    pass();
    await call;
    expect(lengths).toEqual([leastMs]);
  });

  it("that took longer waits for the next multiple", async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { network: plain } = await aPatientNetwork();
    const { network, lengths, pass } = await aPatientNetwork({
      release: {
        ...plain.release,
        count: async (by, expression) => {
          await slow;
          return plain.release.count(by, expression);
        },
      },
    });
    const call = network.get("act_101/reachestimate", { targeting_spec: places });
    await settle();
    pass();
    await settle();
    expect(lengths).toEqual([leastMs, leastMs]);
    finish();
    await settle();
    pass();
    expect((await call).status).toBe(200);
    expect(lengths).toHaveLength(2);
  });

  it("is all that waits: what is about no people comes at once", async () => {
    const { network, lengths } = await aPatientNetwork();
    await network.get("me/adaccounts");
    await network.get("search", { type: "adinterest", q: "bicycle" });
    expect(lengths).toEqual([]);
  });
});
