import { describe, expect, test } from "vitest";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { MemberRecords } from "./member-records";

export interface RecordsFixture {
  readonly records: MemberRecords;
  /** What the engine was told, in order. */
  readonly told: readonly MemberChange[];
  /** A member who exists, another one, and a number nobody has. */
  readonly member: number;
  readonly other: number;
  readonly nobody: number;
}

/** What every keeper of members' records promises; run over each implementation. */
export function memberRecordsContract(name: string, open: () => Promise<RecordsFixture>): void {
  const withdrawn = (member: number): MemberChange => ({
    type: "consent",
    member,
    purpose: "relevant_ads",
    recipient: "messenger",
    given: false,
  });
  const removed = (member: number): MemberChange => ({
    type: "signal_removed",
    member,
    segment: "410",
  });

  describe(name, () => {
    test("a member is the same person each time, and nobody is nobody", async () => {
      const { records, member, nobody } = await open();
      const made = await records.getMade(member);
      expect(made?.number).toBe(member);
      expect(await records.getMade(member)).toEqual(made);
      for (const number of [nobody, -1, 0.5, Number.NaN]) {
        expect(await records.getMade(number)).toBeNull();
      }
    });

    test("what happened is kept in order with its moment, for its own member", async () => {
      const { records, member, other } = await open();
      const first = new Date("2026-09-01T10:00:00.123Z");
      const second = new Date("2026-09-01T10:00:01Z");
      await records.record(member, [withdrawn(member), removed(member)], first);
      await records.record(other, [withdrawn(other)], first);
      await records.record(member, [removed(member)], second);
      expect(await records.listEvents(member)).toEqual([
        { change: withdrawn(member), at: first },
        { change: removed(member), at: first },
        { change: removed(member), at: second },
      ]);
      expect(await records.listEvents(other)).toHaveLength(1);
    });

    test("the engine has heard of it when it is acknowledged, in order", async () => {
      const { records, told, member } = await open();
      await records.record(member, [withdrawn(member), removed(member)], new Date());
      expect(told).toEqual([withdrawn(member), removed(member)]);
    });
  });
}
