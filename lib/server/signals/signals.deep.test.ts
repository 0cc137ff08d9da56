import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { isGiven } from "@/lib/network/consent/consents-of";
import { generateMembers } from "@/lib/network/population/generate-members";
import type { Member } from "@/lib/network/population/member";
import { membersOf } from "@/lib/network/population/member-at";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { SignalAnswer } from "@/lib/network/signals/receive-signals";
import type { SignalRefusalCode } from "@/lib/network/signals/signal-refusals";
import { anEvent, cooking, forbidden, soccer } from "@/lib/network/signals/testing";
import type { Database } from "../db/database";
import { rowsOf } from "../db/rows";
import { writeSetting } from "../db/settings";
import { storesUnderTest } from "../store/testing";
import { addSignalKey, type MadeKey, revokeSignalKey } from "./signal-keys";
import { removeOldSignalRows } from "./signal-rows";
import { takeSignals } from "./take-signals";
import { partsOver, recorderOver, signedBatch, testPepper } from "./testing";

const now = new Date("2026-11-22T12:00:00Z");
const facts = { members: 16_000, seed: 7, madeOn: 20_770, imported: false };
const recipient = "messenger";
const members = membersOf(
  generateMembers({ seed: facts.seed, first: 0, count: facts.members, today: facts.madeOn }),
);
const says = (member: Member, purpose: "relevant_ads" | "safety"): boolean =>
  isGiven(member.consent, { purpose, recipient });
const adults = members.filter(({ ageBand }) => ageBand !== null);
const hasNone = ({ signals }: Member): boolean =>
  signals.every(({ segment }) => segment !== cooking && segment !== soccer);
const willing = adults.filter(
  (one) => says(one, "relevant_ads") && says(one, "safety") && hasNone(one),
);
const unwilling = adults.filter((one) => !says(one, "relevant_ads"));
const minors = members.filter(
  (one) => one.ageBand === null && isGiven(one.consent, { purpose: "relevant_ads", recipient }),
);

const numberOf = (list: readonly Member[], index: number): number => {
  const member = list[index];
  if (!member) throw new Error("There are more such members in the network.");
  return member.number;
};
const ago = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

/** What is wrong with every tenth line, in turn. */
const wrongs: readonly (readonly [SignalRefusalCode, (id: string, i: number) => unknown])[] = [
  ["malformed", (id) => ({ id, member: 1, segment: cooking })],
  ["malformed", () => "not an event"],
  ["malformed", (id) => ({ ...anEvent({ id }), text: "what was said" })],
  ["unknown_segment", (id) => anEvent({ id, segment: "999999" })],
  ["forbidden_segment", (id) => anEvent({ id, segment: forbidden })],
  ["unknown_member", (id) => anEvent({ id, member: facts.members })],
  ["unknown_member", (id) => anEvent({ id, member: "m-1" })],
  ["under_age", (id, i) => anEvent({ id, member: numberOf(minors, i % minors.length) })],
  [
    "wrong_purpose",
    (id) => anEvent({ id, consent: { purpose: "safety", recipient, notice: "v4" } }),
  ],
  ["no_consent", (id, i) => anEvent({ id, member: numberOf(unwilling, i % unwilling.length) })],
  [
    "unknown_notice",
    (id) => anEvent({ id, consent: { purpose: "relevant_ads", recipient, notice: "v1" } }),
  ],
  ["from_the_future", (id) => anEvent({ id, at: ago(-1) })],
  ["too_old", (id) => anEvent({ id, at: ago(190) })],
  ["consent_ended", (id) => anEvent({ id, member: numberOf(willing, 0), at: ago(3) })],
  [
    "removed_by_member",
    (id) => anEvent({ id, member: numberOf(willing, 1), segment: soccer, at: ago(3) }),
  ],
  ["duplicate_in_batch", () => good(1)],
  ["id_reused", () => ({ ...good(2), segment: soccer })],
  ["spam", (id) => anEvent({ id, member: numberOf(willing, 2), at: ago(2) })],
];

const good = (i: number) =>
  anEvent({ id: `good-${i}`, member: numberOf(willing, 10 + i), at: ago((i % 170) + 0.5) });

/** 5,000 lines; every tenth is bad. */
const batch = (): { lines: unknown[]; bad: Map<number, SignalRefusalCode> } => {
  const bad = new Map<number, SignalRefusalCode>();
  const lines = Array.from({ length: 5_000 }, (_, i) => {
    const wrong = i % 10 === 9 ? wrongs[Math.floor(i / 10) % wrongs.length] : undefined;
    if (!wrong) return good(i);
    bad.set(i, wrong[0]);
    return wrong[1](`bad-${i}`, i);
  });
  return { lines, bad };
};

for (const under of storesUnderTest()) {
  describe(`signals of the messaging app, in ${under.name}`, () => {
    let db: Database;
    let key: MadeKey;
    let told: MemberChange[];
    let engine: ReturnType<typeof recorderOver>;

    beforeEach(async () => {
      db = await under.empty();
      told = [];
      engine = recorderOver(db, async (changes) => void told.push(...changes));
      await writeSetting(db, "population", facts);
      key = await addSignalKey(db, testPepper, "messenger", now);
      const was = new Date(now.getTime() - 86_400_000);
      const withdrawn = {
        type: "consent",
        purpose: "relevant_ads",
        recipient,
        given: false,
      } as const;
      await engine.record([{ ...withdrawn, member: numberOf(willing, 0) }], was);
      await engine.record(
        [{ type: "signal_removed", member: numberOf(willing, 1), segment: soccer }],
        was,
      );
    });

    const send = async (lines: readonly unknown[]): Promise<SignalAnswer> => {
      const answer = await takeSignals(signedBatch(key, lines, now), partsOver(db, now, engine));
      expect(answer.status).toBe(200);
      return answer.json();
    };
    const tables = [
      "signal_event",
      "signal_tally",
      "signal_pace",
      "signal_quarantine",
      "member_event",
    ];
    const everything = async () => {
      const rows: unknown[] = [];
      for (const table of tables) {
        const read = sql`select to_jsonb(t) as row from ${sql.raw(`network.${table}`)} t order by 1`;
        rows.push(rowsOf(await db.execute(read)));
      }
      return JSON.stringify(rows);
    };

    test("each bad line of 5,000 is named, no good one is lost, and sending them twice changes nothing", async () => {
      const { lines, bad } = batch();
      // The flood before: whoever floods is kept out.
      const flood = Array.from({ length: 11 }, (_, i) =>
        anEvent({ id: `flood-${i}`, member: numberOf(willing, 2), at: ago(1) }),
      );
      expect((await send(flood)).accepted).toBe(10);

      const first = await send(lines);
      expect(first.accepted).toBe(lines.length - bad.size);
      expect(first.duplicates).toBe(0);
      expect(new Map(first.refused.map(({ index, code }) => [index, code]))).toEqual(bad);
      expect(new Set(bad.values()).size).toBe(15);
      for (const { index, id, message } of first.refused) {
        expect(message.length).toBeGreaterThan(20);
        if (id?.startsWith("bad-")) expect(id).toBe(`bad-${index}`);
      }
      const signals = told.filter(({ type }) => type === "signal");
      expect(new Set(signals.map(({ member }) => member)).size).toBe(first.accepted + 1);

      const before = await everything();
      const again = await send(lines);
      expect(again).toEqual({ ...first, accepted: 0, duplicates: first.accepted });
      expect(await everything()).toBe(before);
      expect(told.filter(({ type }) => type === "signal")).toHaveLength(signals.length);
    });

    test("the same batch sent five times at once is taken once", async () => {
      const lines = Array.from({ length: 300 }, (_, i) => good(i));
      const answers = await Promise.all(Array.from({ length: 5 }, () => send(lines)));
      expect(answers.map(({ accepted }) => accepted).sort((a, b) => b - a)).toEqual([
        300, 0, 0, 0, 0,
      ]);
      expect(answers.every((one) => one.accepted + one.duplicates === 300)).toBe(true);
      expect(told.filter(({ type }) => type === "signal")).toHaveLength(300);
    });

    test("an interest grows with repetition over batches, in whichever order they come", async () => {
      const member = numberOf(willing, 500);
      const events = [9, 2, 5, 1, 7, 3, 8, 4].map((days) =>
        anEvent({ id: `again-${days}`, member, segment: soccer, at: ago(days) }),
      );
      for (const event of events) await send([event]);
      const grown = told.filter((change) => change.type === "signal" && change.member === member);
      const strengths = grown.map((change) => (change.type === "signal" ? change.strength : 0));
      expect(strengths).toEqual([...strengths].sort());
      expect(grown.at(-1)).toMatchObject({
        strength: 3,
        day: Math.floor(now.getTime() / 86_400_000) - 1,
      });
    });

    test("what nothing is decided by any more goes, and what still is stays", async () => {
      await send([good(1), good(200)]);
      expect(await removeOldSignalRows(db, now)).toBe(0);
      const later = new Date(now.getTime() + 182 * 86_400_000);
      expect(await removeOldSignalRows(db, later)).toBeGreaterThanOrEqual(6);
      expect(await removeOldSignalRows(db, later)).toBe(0);
    });

    describe("are refused as a whole", () => {
      const status = async (request: Request) =>
        (await takeSignals(request, partsOver(db, now, engine))).status;

      test("with one and the same answer for an unknown key, a revoked one and a wrong signature", async () => {
        const other = await addSignalKey(db, testPepper, "messenger", now);
        await revokeSignalKey(db, other.id, now);
        const stranger = { id: "messenger-000000000000", secret: "whatever" };
        const wrong = { id: key.id, secret: "whatever" };
        const answers = await Promise.all(
          [stranger, wrong, other].map((one) =>
            takeSignals(signedBatch(one, [good(1)], now), partsOver(db, now, engine)),
          ),
        );
        const told = await Promise.all(
          answers.map(async (one) => [one.status, await one.text(), [...one.headers]]),
        );
        expect(told[0]?.[0]).toBe(401);
        expect(told[1]).toEqual(told[0]);
        expect(told[2]).toEqual(told[0]);
      });

      test("when they are signed for another moment, another body or another app", async () => {
        const late = new Date(now.getTime() - 6 * 60_000);
        expect(await status(signedBatch(key, [good(1)], late))).toBe(401);
        expect(await status(signedBatch(key, [good(1)], now, { app: "photos" }))).toBe(403);
        const { headers } = signedBatch(key, [good(1)], now);
        const changed = new Request("http://localhost", { method: "POST", body: "{}", headers });
        expect(await status(changed)).toBe(401);
      });

      test("when they are no JSON, no batch, too many or too long", async () => {
        const typed = { headers: { "content-type": "text/plain" } };
        expect(await status(signedBatch(key, [good(1)], now, typed))).toBe(415);
        const many = Array.from({ length: 5_001 }, () => null);
        expect(await status(signedBatch(key, many, now))).toBe(422);
        expect(await status(signedBatch(key, ["x".repeat(4 * 1024 * 1024)], now))).toBe(413);
        expect(told).toHaveLength(2);
      });

      test("when the key sends more than a minute holds", async () => {
        const parts = partsOver(db, now, engine);
        for (let i = 0; i < 60; i += 1) {
          expect((await takeSignals(signedBatch(key, [], now), parts)).status).toBe(200);
        }
        const answer = await takeSignals(signedBatch(key, [], now), parts);
        expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "60"]);
      });
    });
  });
}
