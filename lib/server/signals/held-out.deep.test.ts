import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { mayUse } from "@/lib/network/consent/may-use";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersOf } from "@/lib/network/population/member-at";
import { everyone } from "@/lib/network/reach/expression";
import { decodeMembers, emptySet } from "@/lib/network/reach/member-set";
import { receiveSignals } from "@/lib/network/signals/receive-signals";
import { anEvent } from "@/lib/network/signals/testing";
import { createEmbeddedEngine } from "../engines/embedded/create-embedded-engine";
import { openInThread } from "../engines/embedded/testing";
import { logEnd, readLog } from "../engines/member-log";
import { dayNumber } from "../population-facts";
import { storesUnderTest } from "../store/testing";
import { letInWhoWaited } from "./let-in";
import { peopleByNumber } from "./load-people";
import { removeOldSignalRows } from "./signal-rows";
import { signalStore } from "./signal-store";
import { recorderOver, testPepper } from "./testing";

const facts = { members: 3_000, seed: 5, madeOn: 20_770, imported: false };
const now = new Date("2026-11-22T12:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const folder = mkdtempSync(path.join(tmpdir(), "nod-held-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const watched = membersOf(
  generateMembers({ seed: facts.seed, first: 0, count: facts.members, today: facts.madeOn }),
).find((one) => mayUse(one, "relevant_ads", "messenger") && mayUse(one, "safety", "messenger"));
if (!watched) throw new Error("Nobody said yes to ads and to spam fighting.");
const { number: member, ageBand } = watched;

for (const under of storesUnderTest()) {
  describe(`Somebody who floods the network with signals, in ${under.name}`, () => {
    test("counts nowhere and is reached by nothing for a day, also after a restart, and then is who they were", async () => {
      const db = await under.empty();
      const open = (snapshotFolder: string | null) =>
        createEmbeddedEngine({
          population: { kind: "synthetic", ...facts },
          today: () => dayNumber(now),
          ...{ snapshotFolder, warmUpMs: 0, open: openInThread },
          log: {
            ...{ id: "test", end: Number.MAX_SAFE_INTEGER },
            read: (after, upTo) => readLog(db, async (changes) => changes, after, upTo),
          },
        });
      const engine = await open(path.join(folder, under.name));
      const recorder = recorderOver(db, engine.applyAll);
      const signals = signalStore({ engine: recorder, facts, pepper: testPepper });
      const isReached = async (one: typeof engine) => {
        const days = [{ day: 20_780, meanPerPerson: 50 }];
        const [day] = await one.deliver(everyone, "7", days);
        return [...decodeMembers(day?.reached ?? emptySet)].includes(member);
      };
      const whole = Number(await engine.count(everyone));
      expect(await isReached(engine)).toBe(true);

      const flood = Array.from({ length: 12 }, (_, i) =>
        anEvent({ id: `e-${i}`, member, at: now.toISOString() }),
      );
      const answer = await receiveSignals(
        { app: "messenger", signals, now: () => now },
        { app: "messenger", events: flood },
      );
      expect(answer).toMatchObject({ ok: true, value: { accepted: 10 } });
      expect(Number(await engine.count(everyone))).toBe(whole - 1);
      expect(await isReached(engine)).toBe(false);
      // About themselves they read what is so.
      expect((await peopleByNumber(db, facts, [member])).get(member)?.now?.ageBand).toBe(ageBand);

      await recorder.record(
        [{ type: "consent", member, purpose: "relevant_ads", recipient: "photos", given: true }],
        now,
      );
      await engine.checkpoint(await logEnd(db));
      await engine.close();
      const restarted = await open(path.join(folder, under.name));
      const again = recorderOver(db, restarted.applyAll);
      expect(Number(await restarted.count(everyone))).toBe(whole - 1);
      expect(await isReached(restarted)).toBe(false);

      const parts = (at: Date) => ({ ...{ db, engine: again, facts }, now: () => at });
      expect(await letInWhoWaited(parts(later(23)))).toBe(0);
      await removeOldSignalRows(db, later(25));
      expect(Number(await restarted.count(everyone))).toBe(whole - 1);
      expect(await letInWhoWaited(parts(later(25)))).toBe(1);
      expect(Number(await restarted.count(everyone))).toBe(whole);
      expect(await isReached(restarted)).toBe(true);
      expect(await letInWhoWaited(parts(later(25)))).toBe(0);
      await restarted.close();
    });
  });
}
