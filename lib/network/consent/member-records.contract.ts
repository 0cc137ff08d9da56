import { describe, expect, test } from "vitest";
import type { MemberChange } from "@/lib/network/reach/engine";
import { changeConsents } from "./consent-change";
import type { ConsentEvent } from "./ledger/consent-event";
import { madeEvents } from "./made-events";
import type { MemberRecords } from "./member-records";
import { recipients } from "./purposes";

export interface RecordsFixture {
  readonly records: MemberRecords;
  /** What the engine was told, in order. */
  readonly told: readonly MemberChange[];
  /** Keeps somebody out as spam. */
  readonly hold: (member: number, until: Date) => Promise<void>;
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

  const act = { actor: "member", method: "switch", language: "hi", clientAt: null } as const;
  const everywhere = recipients.map((recipient) => ({ purpose: "safety" as const, recipient }));
  const withdrawal = (member: number): ConsentEvent[] => [
    ...changeConsents(member, [{ purpose: "relevant_ads", recipient: "messenger" }], false, act)
      .events,
  ];

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

    test("a yes that was under way while its member left leaves no trace of them", async () => {
      const { records, told, member } = await open();
      const at = new Date("2026-09-01T10:00:00Z");
      const left = { type: "left", member } as const;
      await records.record(member, [left], at);
      const yes = changeConsents(member, everywhere, true, act);
      await records.record(member, yes.changes, at, yes.events);
      await records.record(member, [removed(member)], at);
      expect(await records.listEvents(member)).toEqual([{ change: left, at }]);
      const own = (await records.listConsentEvents(member)).filter(
        ({ actor }) => actor === "member",
      );
      expect(own).toEqual([]);
      expect(told).toEqual([left]);
    });

    test("who is kept out as spam is told until when, and nobody else is", async () => {
      const { records, hold, member, other } = await open();
      expect(await records.getHeldUntil(member)).toBeNull();
      const until = new Date("2026-09-02T10:00:00Z");
      await hold(member, until);
      expect(await records.getHeldUntil(member)).toEqual(until);
      expect(await records.getHeldUntil(other)).toBeNull();
    });

    test("what happened is kept in order with its moment, for its own member", async () => {
      const { records, member, other } = await open();
      const first = new Date("2026-09-01T10:00:00.123Z");
      const second = new Date("2026-09-01T10:00:01Z");
      await records.record(member, [withdrawn(member), removed(member)], first, withdrawal(member));
      await records.record(other, [withdrawn(other)], first, withdrawal(other));
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
      const both = [withdrawn(member), removed(member)];
      await records.record(member, both, new Date(), withdrawal(member));
      expect(told).toEqual([withdrawn(member), removed(member)]);
    });

    test("what happens to a consent is in the ledger with who did it, how and to which text", async () => {
      const { records, member, other } = await open();
      const made = await records.getMade(member);
      const before = await records.listConsentEvents(member);
      const at = new Date("2026-09-01T10:00:00.123Z");
      await records.record(member, [withdrawn(member)], at, withdrawal(member));
      const after = await records.listConsentEvents(member);
      expect(after.at(-1)).toEqual({
        ...{ v: 1, type: "withdrawn", purpose: "relevant_ads", recipients: ["messenger"] },
        ...{ actor: "member", method: "switch", at: "2026-09-01T10:00:00.123Z", clientAt: null },
        ...{ notice: "v4", language: "hi", noticeSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        leaf: expect.any(Number),
      });
      const came = before.length > 0 || !made ? [] : madeEvents(made);
      const brought = after
        .slice(before.length, -1)
        .map(({ purpose, recipients: to }) => [purpose, to]);
      expect(brought).toEqual(came.map(({ purpose, recipients: to }) => [purpose, to]));
      await records.record(member, [withdrawn(member)], at, withdrawal(member));
      expect(await records.listConsentEvents(member)).toHaveLength(after.length + 1);
      expect(
        (await records.listConsentEvents(other)).every(({ method }) => method === "import"),
      ).toBe(true);
    });

    test("being asked and saying no change nothing and are in the ledger", async () => {
      const { records, told, member } = await open();
      const [event] = withdrawal(member);
      if (!event) throw new Error("There is one event.");
      const asked: ConsentEvent = { ...event, type: "requested", recipients, actor: "network" };
      await records.record(member, [], new Date(), [asked, { ...event, type: "refused" }]);
      const types = (await records.listConsentEvents(member)).map(({ type }) => type);
      expect(types.slice(-2)).toEqual(["requested", "refused"]);
      expect(await records.listEvents(member)).toEqual([]);
      expect(told).toEqual([]);
    });

    test("a consent that changes without an event is refused, and nothing of it happened", async () => {
      const { records, told, member } = await open();
      const before = await records.listConsentEvents(member);
      const elsewhere: MemberChange = {
        ...{ type: "consent", member, given: false },
        ...{ purpose: "relevant_ads", recipient: "photos" },
      };
      const given: MemberChange = { ...elsewhere, recipient: "messenger", given: true };
      for (const [change, events] of [
        [withdrawn(member), []],
        [given, withdrawal(member)],
        [elsewhere, withdrawal(member)],
      ] as const) {
        const recorded = records.record(member, [removed(member), change], new Date(), events);
        await expect(recorded).rejects.toThrow(TypeError);
      }
      expect(await records.listEvents(member)).toEqual([]);
      expect(await records.listConsentEvents(member)).toEqual(before);
      expect(told).toEqual([]);
    });

    test("people who act at once get leaves one after the other, without a gap", async () => {
      const { records, member, other } = await open();
      for (const one of [member, other]) {
        await records.record(one, [withdrawn(one)], new Date(), withdrawal(one));
      }
      const leavesOf = async (one: number) =>
        (await records.listConsentEvents(one)).map(({ leaf }) => leaf);
      const before = [...(await leavesOf(member)), ...(await leavesOf(other))];
      const end = Math.max(...before) + 1;
      const presses = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? member : other));
      await Promise.all(
        presses.map((one) => {
          const { changes, events } = changeConsents(one, everywhere, false, act);
          return records.record(one, changes, new Date(), events);
        }),
      );
      const after = [...(await leavesOf(member)), ...(await leavesOf(other))];
      const added = after.filter((leaf) => leaf >= end).sort((a, b) => a - b);
      expect(added).toEqual(Array.from({ length: 36 }, (_, i) => end + i));
    });
  });
}
