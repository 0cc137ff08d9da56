import { beforeEach, describe, expect, it } from "vitest";
import { aNetwork, type TestNetwork } from "./testing";

const inCountry = (code: string) => ({ geo_locations: { countries: [code] } });
let network: TestNetwork;
beforeEach(async () => {
  network = await aNetwork();
});
const ask = (targeting_specs: unknown) => network.get("act_101/nod_overlap", { targeting_specs });

describe("the overlap of audiences", () => {
  it("has a cell for every mix, a size for each and the order in which they add people", async () => {
    const { body } = await ask(["IN", "BR", "DE"].map(inCountry));
    const { total, cells, sizes, order } = body.data;
    expect(total.shown).toBe(5000);
    expect(cells.map(({ specs }: { specs: number[] }) => specs.join("+"))).toEqual([
      "0",
      "1",
      "0+1",
      "2",
      "0+2",
      "1+2",
      "0+1+2",
    ]);
    expect(cells[0].range.shown).toBe(1000);
    expect(sizes.map(({ specs }: { specs: number[] }) => specs)).toEqual([[0], [1], [2]]);
    expect(order.map(({ specs }: { specs: number[] }) => specs[0])).toEqual([2, 1, 0]);
    expect(order[2].adds).toMatchObject({ shown: 1000, hidden: false });
  });

  it("is of two to six, each of them an audience that could be estimated", async () => {
    for (const specs of [[], [inCountry("IN")], Array(7).fill(inCountry("IN")), "IN"]) {
      const { status, body } = await ask(specs);
      expect([status, body.error.error_data.blame_field_specs]).toEqual([
        400,
        [["targeting_specs"]],
      ]);
    }
    const { body } = await ask([inCountry("IN"), { age_min: 20 }]);
    expect(body.error.error_user_msg).toMatch(/No age band starts at 20/);
  });

  it("says when new estimates are used up", async () => {
    network.release.spent = true;
    const { body } = await ask(["IN", "BR"].map(inCountry));
    expect(body.error).toMatchObject({ code: 613, error_subcode: 9_100_001 });
  });
});
