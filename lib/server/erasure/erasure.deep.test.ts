import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mayUse } from "@/lib/network/consent/may-use";
import { listMatchable } from "@/lib/network/consent/suppression";
import { identityKey } from "@/lib/network/population/import/identity-key";
import type { ImportedMember } from "@/lib/network/population/import/imported-member";
import { packMembers } from "@/lib/network/population/import/member-pack";
import { aMember } from "@/lib/network/population/testing";
import type { MemberChange } from "@/lib/network/reach/engine";
import { receiveSignals } from "@/lib/network/signals/receive-signals";
import { anEvent, cooking, soccer, watched } from "@/lib/network/signals/testing";
import type { Database } from "../db/database";
import { memberIdentity, memberPack } from "../db/schema/members";
import { memberEvent } from "../db/schema/network";
import { signalTally } from "../db/schema/signals";
import { findImported } from "../import/imported-people";
import { peopleByNumber } from "../signals/load-people";
import { signalStore } from "../signals/signal-store";
import { recorderOver, testPepper } from "../signals/testing";
import { suppressionStore } from "../store/suppressions";
import { storesUnderTest } from "../store/testing";
import { eraseWaiting, undoForMs } from "./erase-waiting";
import { type Journal, journalFile, openJournal } from "./journal";
import { memberEraser } from "./member-eraser";

const start = new Date("2026-11-22T12:00:00Z");
const later = (ms: number): Date => new Date(start.getTime() + ms);
const facts = { members: 4, seed: 0, madeOn: 20_770, imported: true };
const key = (n: number) => identityKey(testPepper, "email", String(n).padStart(64, "0"));

/** Four people who agreed to relevant ads and spam fighting in the messenger and like soccer. */
const people = [0, 1, 2, 3].map((number): ImportedMember & { number: number } => {
  const { ageBand: _, ...member } = aMember({
    number,
    consent: watched,
    signals: [{ segment: soccer, strength: 2, day: 20_750 }],
  });
  return { ...member, birthYear: 1990 + number };
});

for (const under of storesUnderTest()) {
  describe(`erasing, in ${under.name}`, () => {
    let db: Database;
    let told: MemberChange[];
    let reached: number[][];
    let journal: Journal;
    let folder: string;
    let engine: ReturnType<typeof recorderOver>;

    beforeEach(async () => {
      db = await under.empty();
      told = [];
      reached = [];
      folder = mkdtempSync(path.join(tmpdir(), "nod-erasure-"));
      journal = await openJournal(folder, testPepper);
      engine = recorderOver(db, async (changes) => void told.push(...changes));
      await db
        .insert(memberPack)
        .values({ firstMember: 0, members: 4, packed: deflateRawSync(packMembers(people)) });
      await db.insert(memberIdentity).values(
        people.map(({ number }) => ({
          member: number,
          externalId: `m-${number}`,
          emailKey: key(number),
          phoneKey: null,
        })),
      );
    });
    afterEach(async () => {
      await journal.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const say = (member: number, given: boolean, at: Date) =>
      engine.record(
        [{ type: "consent", member, purpose: "relevant_ads", recipient: "messenger", given }],
        at,
      );
    const mention = (member: number, id: string, at = start) =>
      receiveSignals(
        {
          app: "messenger",
          signals: signalStore({ engine, facts, pepper: testPepper }),
          now: () => at,
        },
        {
          app: "messenger",
          events: [anEvent({ id, member: `m-${member}`, at: at.toISOString() })],
        },
      );
    const erase = (at: Date) =>
      eraseWaiting({
        db,
        engine,
        facts,
        eraseReached: async (members) => void reached.push([...members]),
        now: () => at,
      });
    const now = async (member: number) =>
      (await peopleByNumber(db, facts, [member])).get(member)?.now;
    const logOf = (member: number) =>
      db.select().from(memberEvent).where(eq(memberEvent.member, member));

    test("takes the signals of whoever withdrew when it can no longer be taken back, and leaves no trace of them", async () => {
      expect(await mention(1, "a")).toMatchObject({ value: { accepted: 1 } });
      await mention(2, "b");
      await say(1, false, start);
      expect(await erase(later(undoForMs - 1))).toBe(0);
      expect((await now(1))?.signals).toHaveLength(2);

      expect(await erase(later(undoForMs))).toBe(1);
      expect((await now(1))?.signals).toEqual([]);
      expect((await findImported(db, 1, 2026))?.signals).toEqual([]);
      expect(JSON.stringify(await logOf(1))).not.toContain("segment");
      expect(told.at(-1)).toEqual({ type: "signals_cleared", member: 1 });
      expect(await db.select().from(signalTally)).toMatchObject([{ member: 2 }]);
      expect(reached).toEqual([[1]]);
      expect((await now(2))?.signals).toHaveLength(2);
      expect((await findImported(db, 2, 2026))?.signals).toHaveLength(1);
      expect(await erase(later(2 * undoForMs))).toBe(0);
    });

    test("leaves everything to somebody who took it back in time, or who keeps another recipient", async () => {
      const photos = { type: "consent", purpose: "relevant_ads", recipient: "photos" } as const;
      await engine.record([{ ...photos, member: 2, given: true }], start);
      await say(1, false, start);
      await say(2, false, start);
      await say(1, true, later(60_000));
      expect(await erase(later(undoForMs))).toBe(0);
      expect((await now(1))?.signals).toHaveLength(1);
      expect((await now(2))?.signals).toHaveLength(1);
    });

    test("lets no signal in again that was seen before, and one that comes after a new yes", async () => {
      await say(1, false, start);
      await erase(later(undoForMs));
      await say(1, true, later(2 * undoForMs));
      const old = await mention(1, "old", later(-60_000));
      expect(old).toMatchObject({ value: { refused: [{ code: "removed_by_member" }] } });
      expect(await mention(1, "new", later(3 * undoForMs))).toMatchObject({
        value: { accepted: 1 },
      });
      expect((await now(1))?.signals.map(({ segment }) => segment)).toEqual([cooking]);
    });

    test("goes on after it was interrupted", async () => {
      await say(1, false, start);
      await say(3, false, start);
      const parts = { db, engine, facts, now: () => later(undoForMs) };
      const fails = async () => Promise.reject(new Error("The disk is away."));
      await expect(eraseWaiting({ ...parts, eraseReached: fails })).rejects.toThrow("away");
      expect(await erase(later(undoForMs))).toBe(2);
      expect(reached).toEqual([[1, 3]]);
    });

    test("of everything leaves a number that nobody has, and no list and no signal finds it again", async () => {
      await mention(1, "a");
      const eraser = memberEraser({ engine, journal, pepper: testPepper });
      await eraser.erase(1, start);
      await eraser.erase(1, start);
      expect(await now(1)).toBeNull();
      expect((await logOf(1)).map(({ change }) => change)).toEqual([{ type: "left", member: 1 }]);
      const bare = await findImported(db, 1, 2026);
      expect(bare).toMatchObject({ ageBand: null, consent: 0, signals: [], companies: [] });
      expect(bare && mayUse(bare, "relevant_ads", "messenger")).toBe(false);
      expect(await mention(1, "b")).toMatchObject({
        value: { refused: [{ code: "unknown_member" }] },
      });
      const suppressed = suppressionStore(db);
      expect(await listMatchable(suppressed, testPepper, [key(0), key(1)], "shop")).toEqual([0]);
      expect(readFileSync(journalFile(folder), "utf8")).toContain("suppressed");
      await erase(start);
      expect(reached).toEqual([[1]]);
      expect(await findImported(db, 0, 2026)).toMatchObject({
        number: 0,
        signals: [{ strength: 2 }],
      });
    });
  });
}
