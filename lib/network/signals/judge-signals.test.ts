import { describe, expect, test } from "vitest";
import { consentBit } from "@/lib/network/consent/consent-bits";
import type { MemberEvent } from "@/lib/network/consent/member-records";
import { aMember } from "@/lib/network/population/testing";
import type { MemberChange } from "@/lib/network/reach/engine";
import { judgeSignals } from "./judge-signals";
import type { KnownFacts } from "./known-facts";
import { mostADay } from "./strength";
import { anEvent, cooking, facts, forbidden, soccer, watched } from "./testing";

const now = new Date("2026-11-22T12:00:00Z");
const today = Math.floor(now.getTime() / 86_400_000);
const judge = (events: readonly unknown[], known: KnownFacts = facts()) =>
  judgeSignals(events, known, now);
const codes = (events: readonly unknown[], known?: KnownFacts) =>
  judge(events, known).refused.map(({ code }) => code);
const days = (ago: number): string => new Date(now.getTime() - ago * 86_400_000).toISOString();
const happened = (change: MemberChange, ago: number): MemberEvent => ({
  change,
  at: new Date(days(ago)),
});
const consent = { type: "consent", member: 1, purpose: "relevant_ads" } as const;

describe("a signal", () => {
  test("that everything is right with is taken, and nothing of its content is written down", () => {
    const judged = judge([anEvent()]);
    expect(judged).toMatchObject({ accepted: 1, duplicates: 0, refused: [] });
    expect(judged.changes).toEqual([
      { type: "signal", member: 1, segment: cooking, strength: 1, day: today - 2 },
    ]);
  });

  test("is refused by itself, with its place, its id and a reason, while the others are kept", () => {
    const judged = judge([
      anEvent(),
      anEvent({ id: "evt-2", segment: forbidden }),
      "not an event",
      anEvent({ id: "evt-4", segment: soccer }),
    ]);
    expect(judged.accepted).toBe(2);
    expect(judged.refused.map(({ index, id, code }) => [index, id, code])).toEqual([
      [1, "evt-2", "forbidden_segment"],
      [2, null, "malformed"],
    ]);
    expect(judged.changes).toHaveLength(2);
  });

  test("must be written as it is said, without a field more", () => {
    const { kind: _, ...short } = anEvent({ id: "evt-7" });
    const lines = [short, { ...anEvent(), text: "a message" }, anEvent({ at: "yesterday" }), null];
    expect(codes(lines)).toEqual(lines.map(() => "malformed"));
    expect(judge(lines).refused[0]?.id).toBe("evt-7");
    expect(judge([{ ...anEvent(), id: "a\nb" }]).refused[0]?.id).toBeNull();
  });

  test("is taken from 180 days ago until now, and no clock may run ahead by more than five minutes", () => {
    const at = (moment: string) => codes([anEvent({ at: moment })]);
    expect(at(days(180))).toEqual([]);
    expect(at(days(181))).toEqual(["too_old"]);
    expect(at(days(-4 / 1440))).toEqual([]);
    expect(at(days(-6 / 1440))).toEqual(["from_the_future"]);
    expect(judge([anEvent({ at: days(-4 / 1440) })]).changes[0]).toMatchObject({ day: today });
  });

  test("needs somebody who is here, is an adult and of whom the taxonomy may hold it", () => {
    const minor = aMember({ number: 2, ageBand: null });
    const known = facts([aMember({ number: 1 }), minor], {}, [
      happened({ type: "left", member: 1 }, 1),
    ]);
    expect(
      codes(
        [
          anEvent({ member: 1 }),
          anEvent({ id: "b", member: 2 }),
          anEvent({ id: "c", member: 3 }),
          anEvent({ id: "d", segment: "999999" }),
        ],
        known,
      ),
    ).toEqual(["unknown_member", "under_age", "unknown_member", "unknown_segment"]);
  });
});

describe("consent", () => {
  const silent = aMember({ number: 1, consent: 0 });
  const yes: MemberChange = { ...consent, recipient: "messenger", given: true };
  const no: MemberChange = { ...consent, recipient: "messenger", given: false };

  test("must be for this purpose and this recipient, on a notice that there was", () => {
    const photos = facts([aMember({ number: 1, consent: consentBit("relevant_ads", "photos") })]);
    const rests = { purpose: "relevant_ads", recipient: "messenger", notice: "v4" } as const;
    expect(codes([anEvent()], photos)).toEqual(["no_consent"]);
    expect(codes([anEvent({ consent: { ...rests, purpose: "safety" } })])).toEqual([
      "wrong_purpose",
    ]);
    expect(codes([anEvent({ consent: { ...rests, notice: "v0" } })])).toEqual(["unknown_notice"]);
  });

  test("must have been given before it happened, not only before it arrived", () => {
    const known = facts([silent], {}, [happened(yes, 5)]);
    expect(codes([anEvent({ at: days(6) })], known)).toEqual(["no_consent"]);
    expect(codes([anEvent({ at: days(4) })], known)).toEqual([]);
  });

  test("must still be in force when it arrives", () => {
    const known = facts([silent], {}, [happened(yes, 9), happened(no, 1)]);
    expect(codes([anEvent({ at: days(4) })], known)).toEqual(["consent_ended"]);
  });

  test("that was given again does not cover what happened in between", () => {
    const known = facts([silent], {}, [happened(yes, 9), happened(no, 6), happened(yes, 3)]);
    expect(codes([anEvent({ at: days(5) })], known)).toEqual(["no_consent"]);
    expect(codes([anEvent({ at: days(7) })], known)).toEqual([]);
  });

  test("does not bring back what the person has removed since", () => {
    const known = facts(undefined, {}, [
      happened({ type: "signal_removed", member: 1, segment: cooking }, 3),
    ]);
    const cleared = facts(undefined, {}, [happened({ type: "signals_cleared", member: 1 }, 3)]);
    expect(codes([anEvent({ at: days(4) })], known)).toEqual(["removed_by_member"]);
    expect(codes([anEvent({ at: days(4), segment: soccer })], known)).toEqual([]);
    expect(codes([anEvent({ at: days(4), segment: soccer })], cleared)).toEqual([
      "removed_by_member",
    ]);
    expect(codes([anEvent({ at: days(2) })], known)).toEqual([]);
  });
});

describe("an event that was sent before", () => {
  const sent = (outcome: "kept" | "spam", event = anEvent()) =>
    new Map([[event.id, { id: event.id, digest: JSON.stringify(event), outcome }]]);

  test("is a duplicate and changes nothing, even when the consent has ended since", () => {
    const known = facts([aMember({ number: 1, consent: 0 })], { claims: sent("kept") });
    const judged = judge([anEvent()], known);
    expect(judged).toMatchObject({ accepted: 0, duplicates: 1, refused: [], changes: [] });
    expect(judged.claims.every(({ isNew }) => !isNew)).toBe(true);
  });

  test("with another content is refused, here and across batches", () => {
    const other = anEvent({ segment: soccer });
    expect(codes([anEvent(), other])).toEqual(["id_reused"]);
    expect(codes([other], facts(undefined, { claims: sent("kept") }))).toEqual(["id_reused"]);
  });

  test("twice in one batch is taken once, and so the next time", () => {
    expect(codes([anEvent(), anEvent()])).toEqual(["duplicate_in_batch"]);
    const again = judge([anEvent(), anEvent()], facts(undefined, { claims: sent("kept") }));
    expect(again).toMatchObject({ accepted: 0, duplicates: 1, changes: [] });
    expect(again.refused.map(({ code }) => code)).toEqual(["duplicate_in_batch"]);
  });

  test("stays spam, and a bad line leaves its id to a good one", () => {
    expect(codes([anEvent()], facts(undefined, { claims: sent("spam") }))).toEqual(["spam"]);
    const judged = judge([anEvent({ segment: forbidden }), anEvent()]);
    expect(judged).toMatchObject({ accepted: 1 });
  });
});

describe("repetition", () => {
  const many = (count: number, over = {}) =>
    Array.from({ length: count }, (_, i) => anEvent({ id: `e${i}`, at: days(i / 24), ...over }));

  test("makes a signal stronger: one change for all of them", () => {
    const person = facts([aMember({ number: 1, consent: watched })]);
    expect(judge(many(2), person).changes).toMatchObject([{ strength: 1, day: today }]);
    expect(judge(many(3), person).changes).toMatchObject([{ strength: 2, day: today }]);
    const strong = judge(many(mostADay), person);
    expect(strong.changes).toMatchObject([{ strength: 3 }]);
    expect(strong.tallies).toEqual([{ member: 1, segment: cooking, days: null }]);
  });

  test("goes on from what was counted, and never makes a standing signal weaker", () => {
    const signals = [{ segment: cooking, strength: 1, day: today - 9 }] as const;
    const member = aMember({ number: 1, consent: watched, signals });
    const counted = new Map([[`1/${cooking}`, new Map([[today - 9, 2]])]]);
    expect(judge(many(1), facts([member], { tallies: counted })).changes).toMatchObject([
      { strength: 2, day: today },
    ]);
    const strong = { ...member, signals: [{ ...signals[0], strength: 3 as const }] };
    expect(judge(many(1), facts([strong])).changes).toMatchObject([{ strength: 3, day: today }]);
    const older = { ...strong, signals: [{ ...signals[0], strength: 3 as const, day: today }] };
    expect(judge(many(1), facts([older])).changes).toEqual([]);
  });

  test("starts afresh after the interest was removed or has run out", () => {
    const counted = new Map([[`1/${cooking}`, new Map([[today - 9, 7]])]]);
    expect(judge(many(1), facts(undefined, { tallies: counted })).changes).toMatchObject([
      { strength: 1 },
    ]);
    const signals = [{ segment: cooking, strength: 3, day: today - 181 }] as const;
    expect(judge(many(1), facts([aMember({ number: 1, signals })])).changes).toMatchObject([
      { strength: 1, day: today },
    ]);
  });

  test("counts once a day for a person who has not agreed to spam fighting", () => {
    const unwatched = facts([aMember({ number: 1 })]);
    const judged = judge(many(400, { at: days(0.1) }), unwatched);
    expect(judged).toMatchObject({ accepted: 400, paces: [], quarantined: [] });
    expect(judged.changes).toMatchObject([{ strength: 1 }]);
  });
});

describe("spam", () => {
  const member = aMember({ number: 1, consent: watched });
  const flood = (count: number, segment: (i: number) => string, at: (i: number) => string) =>
    Array.from({ length: count }, (_, i) =>
      anEvent({ id: `e${i}`, segment: segment(i), at: at(i) }),
    );
  const inOneMinute = () => "2026-11-22T10:30:01Z";
  const overOneHour = (i: number) =>
    `2026-11-22T10:${String(Math.floor(i / 3) % 60).padStart(2, "0")}:00Z`;

  test("is the same interest more than ten times a minute: what comes after is kept out for a day", () => {
    const judged = judge(
      flood(12, () => cooking, inOneMinute),
      facts([member]),
    );
    expect(judged.accepted).toBe(10);
    expect(judged.refused.map(({ code }) => code)).toEqual(["spam", "spam"]);
    expect(judged.quarantined).toEqual([
      { member: 1, until: new Date(now.getTime() + 86_400_000) },
    ]);
  });

  test("is more than 120 signals an hour, over several batches", () => {
    const segment = (i: number) => (i % 2 ? cooking : soccer);
    const first = judge(flood(100, segment, overOneHour), facts([member]));
    expect(first.accepted).toBe(100);
    const paces = new Map(first.paces.map((one) => [`${one.member}/${one.hour}`, one.pace]));
    const more = flood(60, segment, overOneHour).map((event) => ({ ...event, id: `${event.id}+` }));
    expect(judge(more, facts([member], { paces })).accepted).toBeLessThanOrEqual(20);
  });

  test("keeps a quarantined person's signals out until it ends, and nobody else's", () => {
    const until = (ms: number) => new Map([[1, new Date(now.getTime() + ms)]]);
    const other = aMember({ number: 2, consent: watched });
    const both = [anEvent(), anEvent({ id: "evt-2", member: 2 })];
    expect(codes(both, facts([member, other], { quarantined: until(1) }))).toEqual(["spam"]);
    expect(codes(both, facts([member, other], { quarantined: until(-1) }))).toEqual([]);
  });
});
