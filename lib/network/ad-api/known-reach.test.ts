import { expect, it } from "vitest";
import { aNetwork } from "./testing";

const inCountry = (code: string) => ({ geo_locations: { countries: [code] } });

it("known sizes come in the order asked for; what was never asked or cannot be is null, in the same shape", async () => {
  const plain = await aNetwork();
  const { known } = plain.release;
  const network = await aNetwork({
    release: {
      ...plain.release,
      known: async (by, expressions) =>
        (await known(by, expressions)).map((one, at) =>
          expressions[at]?.countries.includes("DE") ? null : one,
        ),
    },
  });
  const ask = (targeting_specs: unknown) =>
    network.get("act_101/nod_known_reach", { targeting_specs });
  const { body } = await ask([inCountry("DE"), { age_min: 20 }, inCountry("IN")]);
  const [never, wrong, india] = body.data;
  expect(never).toEqual({ nod_range: null, nod_as_of: null, nod_change: null });
  expect(wrong).toEqual(never);
  expect(india.nod_range.shown).toBe(1_000_000);
  expect(Object.keys(india)).toEqual(Object.keys(never));
  for (const specs of [[], Array(101).fill({}), "x"]) {
    expect((await ask(specs)).body.error.error_data.blame_field_specs).toEqual([
      ["targeting_specs"],
    ]);
  }
});
