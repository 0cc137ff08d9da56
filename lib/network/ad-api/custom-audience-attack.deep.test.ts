import { describe, expect, it } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import { aList, anUploadNetwork, hashes } from "./custom-audiences-testing";

describe("who asks about lists again and again", () => {
  it("gets one answer however often and into however many audiences the same rows are uploaded", async () => {
    const network = await anUploadNetwork(
      Array.from({ length: 1_500 }, (_, number) => aMember({ number })),
    );
    const rows = hashes(0, 1_200);
    const answers = new Set<string>();
    for (let round = 0; round < 100; round += 1) {
      const list = { ...aList, name: `List ${round}` };
      const { id } = (await network.post("act_101/customaudiences", list)).body;
      const turned = [...rows.slice(round * 12), ...rows.slice(0, round * 12)];
      const session = { session_id: round, batch_seq: 1 };
      await network.post(`${id}/users`, {
        session,
        payload: { schema: "EMAIL", data: turned.slice(0, 700) },
      });
      await network.post(`${id}/users`, {
        session: { ...session, batch_seq: 2, last_batch_flag: true },
        payload: { schema: "EMAIL", data: turned.slice(600) },
      });
      const fields = "nod_match_rate,approximate_count_lower_bound,approximate_count_upper_bound";
      const { nod_match_rate, approximate_count_upper_bound } = (await network.get(id, { fields }))
        .body;
      const spec = { custom_audiences: [{ id }] };
      const estimate = await network.get("act_101/reachestimate", {
        targeting_spec: spec,
        fields: "nod_range",
      });
      answers.add(
        JSON.stringify([
          nod_match_rate,
          approximate_count_upper_bound,
          estimate.body.data.nod_range,
        ]),
      );
    }
    expect(answers.size).toBe(1);
    expect(network.asked()).toBe(2);
  });
});
