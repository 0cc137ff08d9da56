import { beforeEach, describe, expect, it } from "vitest";
import { companies } from "@/lib/network/population/lists";
import { aMember } from "@/lib/network/population/testing";
import {
  aList,
  anUploadNetwork,
  hashes,
  refusal,
  type UploadNetwork,
} from "./custom-audiences-testing";
import { aCampaign, anAdSet } from "./testing";

let network: UploadNetwork;
beforeEach(async () => {
  network = await anUploadNetwork(
    Array.from({ length: 6_000 }, (_, number) => aMember({ number })),
  );
});

const made = async (over: Record<string, unknown> = {}, account = "act_101"): Promise<string> =>
  (await network.post(`${account}/customaudiences`, { ...aList, ...over })).body.id;

describe("a customer list in an ad set", () => {
  const upload = async (id: string, from: number, to: number) =>
    network.post(`${id}/users`, { payload: { schema: "EMAIL", data: hashes(from, to) } });
  const targeting = { targeting_automation: { advantage_audience: 0 } };
  const estimate = async (spec: Record<string, unknown>) =>
    network.get("act_101/reachestimate", { targeting_spec: spec, fields: "nod_range" });

  it("needs no place, and 1,000 rows", async () => {
    const id = await made();
    const campaign = (await network.post("act_101/campaigns", aCampaign)).body.id;
    const adSet = { ...anAdSet(campaign), targeting: { ...targeting, custom_audiences: [{ id }] } };
    await upload(id, 0, 999);
    expect(refusal(await network.post("act_101/adsets", adSet))).toEqual([
      400,
      100,
      9_100_006,
      "targeting.custom_audiences.0",
    ]);
    await upload(id, 0, 1_200);
    const { status, body } = await network.post("act_101/adsets", adSet);
    expect([status, body.error]).toEqual([200, undefined]);
    const { dsa_payor: _payor, ...without } = adSet;
    expect(refusal(await network.post("act_101/adsets", without))[3]).toBe("dsa_payor");
    expect(
      (await network.get(body.id, { fields: "targeting" })).body.targeting.custom_audiences,
    ).toEqual([{ id }]);
  });

  it("of another client is not there, and neither is one that was deleted", async () => {
    const other = await made({}, "act_102");
    const gone = await made();
    await network.remove(gone);
    const campaign = (await network.post("act_101/campaigns", aCampaign)).body.id;
    for (const id of [other, gone, campaign, "77", "abc"]) {
      for (const box of ["custom_audiences", "excluded_custom_audiences"]) {
        const answer = await estimate({ geo_locations: { countries: ["IN"] }, [box]: [{ id }] });
        expect(refusal(answer)).toEqual([400, 100, 33, `targeting_spec.${box}.0`]);
      }
    }
    for (const edge of ["users", "usersreplace"]) {
      const answer = await network.post(
        `${other}/${edge}`,
        { payload: {} },
        network.strangersToken,
      );
      expect(refusal(answer).slice(0, 3)).toEqual([400, 100, 33]);
    }
  });

  it("asks for people on any of several lists, with the company, and not on another", async () => {
    const [company] = companies;
    const ids = [await made(), await made(), await made()] as const;
    await upload(ids[0], 0, 2_000);
    await upload(ids[1], 1_500, 4_000);
    await upload(ids[2], 3_000, 6_000);
    await network.record(
      Array.from({ length: 6_000 }, (_, member) => member)
        .filter((member) => member % 2 === 0)
        .map((member) => ({
          type: "company",
          ...{ member, company: company?.id ?? "", kind: "conversation" as const, day: 20_000 },
        })),
    );
    const shown = async (spec: Record<string, unknown>) => {
      const { body } = await estimate(spec);
      return body.data?.nod_range?.shown;
    };
    const lists = (...which: number[]) => which.map((i) => ({ id: ids[i] }));
    // Within five standard deviations of what is known here.
    const near = (people: number) => [people - 500, people + 500] as const;
    const cases = [
      [{ custom_audiences: lists(0, 1) }, 4_000],
      [{ custom_audiences: lists(0, 1), connections: [{ id: company?.id }] }, 2_000],
      [{ custom_audiences: lists(0, 1), excluded_custom_audiences: lists(2) }, 3_000],
      [{ excluded_custom_audiences: lists(2), geo_locations: { countries: ["IN"] } }, 3_000],
    ] as const;
    for (const [spec, people] of cases) {
      const [low, high] = near(people);
      const released = await shown(spec);
      expect(released).toBeGreaterThan(low);
      expect(released).toBeLessThan(high);
    }
  });

  it("counts where audiences are compared and looked up as it does where one is estimated", async () => {
    const [on, off] = [await made(), await made()];
    await upload(on, 0, 4_000);
    await upload(off, 2_000, 6_000);
    const only = { custom_audiences: [{ id: on }] };
    const without = { ...only, excluded_custom_audiences: [{ id: off }] };
    const specs = { targeting_specs: [only, without] };
    const { body } = await network.get("act_101/nod_overlap", specs);
    const sizes = body.data.sizes.map((one: { range: { shown: number } }) => one.range.shown);
    expect(sizes[0]).toBeGreaterThan(3_000);
    expect(sizes[1]).toBeGreaterThan(1_000);
    expect(sizes[1]).toBeLessThan(3_000);
    const known = async () => (await network.get("act_101/nod_known_reach", specs)).body.data;
    expect((await known()).map((one: { nod_range: unknown }) => one.nod_range)).toEqual([
      null,
      null,
    ]);
    const asked = [await estimate(only), await estimate(without)];
    expect((await known()).map((one: { nod_range: unknown }) => one.nod_range)).toEqual(
      asked.map(({ body: { data } }) => data.nod_range),
    );
  });

  it("of another client cannot be compared or looked up either", async () => {
    const other = await made({}, "act_102");
    for (const box of ["custom_audiences", "excluded_custom_audiences"]) {
      const named = { geo_locations: { countries: ["IN"] }, [box]: [{ id: other }] };
      const plain = { geo_locations: { countries: ["IN"] } };
      await estimate(plain);
      const specs = { targeting_specs: [plain, named] };
      const overlap = await network.get("act_101/nod_overlap", specs);
      expect(refusal(overlap)).toEqual([400, 100, 33, `targeting_specs.1.${box}.0`]);
      const { data } = (await network.get("act_101/nod_known_reach", specs)).body;
      expect(data[0].nod_range).not.toBeNull();
      expect(data[1]).toEqual({ nod_range: null, nod_as_of: null, nod_change: null });
    }
  });

  it("has nobody any more once its list is deleted, and never everybody", async () => {
    const id = await made();
    await upload(id, 0, 3_000);
    const campaign = (await network.post("act_101/campaigns", aCampaign)).body.id;
    const spec = { ...targeting, custom_audiences: [{ id }] };
    const adSet = (await network.post("act_101/adsets", { ...anAdSet(campaign), targeting: spec }))
      .body.id;
    const flight = async () =>
      (await network.flights.listFlights({ adSetIds: [Number(adSet)] }))[0];
    const people = async () => {
      const expression = (await flight())?.expression;
      return expression ? network.exactly(expression) : Number.NaN;
    };
    expect(await people()).toBe(3_000);
    await network.remove(id);
    expect(await people()).toBe(0);
  });
});
