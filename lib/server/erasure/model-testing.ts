import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { changeConsents } from "@/lib/network/consent/consent-change";
import type { ConsentKey } from "@/lib/network/consent/consents-of";
import type { Recipient } from "@/lib/network/consent/purposes";
import { createDelivery } from "@/lib/network/delivery/create-delivery";
import type { Flight } from "@/lib/network/delivery/flight";
import { sha256Hex, syntheticEmail } from "@/lib/network/population/synthetic-identity";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { decodeMembers } from "@/lib/network/reach/member-set";
import { createRelease } from "@/lib/network/release/create-release";
import { receiveSignals } from "@/lib/network/signals/receive-signals";
import { anEvent } from "@/lib/network/signals/testing";
import { replayJournal } from "../backup/replay-journal";
import { settleSetting } from "../db/settings";
import { createEmbeddedEngine } from "../engines/embedded/create-embedded-engine";
import { openInThread } from "../engines/embedded/testing";
import { logEnd, readLog } from "../engines/member-log";
import { noting } from "../engines/note-changes";
import { recordChanges } from "../engines/record-changes";
import { bumpEpochSalt } from "../epoch-salt";
import { openLists } from "../lists/open-lists";
import { dayNumber } from "../population-facts";
import { signalStore } from "../signals/signal-store";
import { testPepper } from "../signals/testing";
import { releaseTable } from "../store/released";
import { settledDayStore } from "../store/settled-days";
import { memoryDatabase } from "../store/testing-template";
import { memberRecords } from "../you/member-records";
import { eraseWaiting } from "./erase-waiting";
import { type JournalMark, markJournal, openJournal, readJournalAfter } from "./journal";
import { memberEraser } from "./member-eraser";

export const facts = { members: 4_000, seed: 5, madeOn: 20_770, imported: false };
const act = { actor: "member", method: "switch", language: "en", clientAt: null } as const;

const list = { audienceId: 900, company: "shop" };

/** Time as the deployment sees it. */
export interface Times {
  wall: Date;
  network: Date;
}

interface Kept {
  readonly dump: Blob;
  readonly mark: JournalMark;
}

/** A deployment in memory with all the real pieces, its journal in a folder. */
export async function openModel(dataDir: string, times: Times) {
  let client = await memoryDatabase();
  let flights: Flight[] = [];
  let running = await start();
  let events = 0;

  async function start() {
    const db = drizzle(client);
    await settleSetting(db, "population", facts);
    const epochSalt = String(await settleSetting(db, "epoch-salt", "first"));
    const journal = await openJournal(dataDir, testPepper);
    const embedded = await createEmbeddedEngine({
      population: { kind: "synthetic", ...facts },
      today: () => dayNumber(times.wall),
      snapshotFolder: null,
      warmUpMs: 0,
      open: openInThread,
    });
    const read = (after: number) => readLog(db, async (changes) => changes, after);
    for await (const { changes } of read(0)) await embedded.applyAll(changes);
    const end = () => logEnd(db);
    const engine = recordChanges({
      ...noting(db, journal.note),
      ...{ end, read, applyAll: embedded.applyAll, position: await end() },
    });
    const release = createRelease({
      ...{
        engine: embedded,
        table: releaseTable(db),
        key: "a key that only tests know",
        epochSalt,
      },
      countries: [],
      wallNow: () => times.wall,
      networkNow: () => times.network,
      ...{ windows: [], cap: null },
    });
    const settled = settledDayStore(db);
    const delivery = createDelivery({
      ...{ engine: embedded, settled, release },
      flights: { listFlights: async () => flights },
      clock: { now: () => times.network, rate: 60 },
    });
    const lists = openLists({
      ...{ db, engine, facts: async () => facts, pepper: testPepper },
      now: () => times.wall,
    });
    return { db, journal, embedded, engine, release, settled, delivery, lists };
  }

  async function stop(): Promise<void> {
    await running.engine.close();
    await running.journal.close();
    await running.embedded.close();
  }

  return {
    get parts() {
      return running;
    },
    say(member: number, key: ConsentKey, given: boolean) {
      const { db, engine } = running;
      const { changes, events } = changeConsents(member, [key], given, act);
      return memberRecords(db, engine, facts).record(member, changes, times.wall, events);
    },
    leave: (member: number) =>
      memberEraser({ ...running, pepper: testPepper }).erase(member, times.wall),
    stopCompany: (member: number) =>
      memberEraser({ ...running, pepper: testPepper }).forgetCompany(member, "shop", times.wall),
    /** The same list again and again, or another one: what is found on it is who may be. */
    async upload(members: readonly number[]): Promise<void> {
      events += 1;
      const rows = members.map((one) => ({ email: sha256Hex(syntheticEmail(one)), phone: null }));
      const session = {
        sessionId: String(events),
        operation: "replace",
        seq: 1,
        last: true,
      } as const;
      const sizes = { estimated: null, received: rows.length, invalid: 0 };
      await running.lists.receive(list, { ...session, ...sizes, rows, at: times.network });
    },
    /** Who is on the company's list, once it has been uploaded. */
    async listQuestions(): Promise<readonly Expression[]> {
      const facts = (await running.lists.factsOf([list])).get(list.audienceId);
      return facts && facts.rows > 0 ? [{ ...everyone, onLists: facts.parts }] : [];
    },
    async mention(member: number, recipient: Recipient, segment: string) {
      events += 1;
      const signals = signalStore({ engine: running.engine, facts, pepper: testPepper });
      const ctx = { app: "messenger", signals, now: () => times.wall };
      const consent = { purpose: "relevant_ads", recipient, notice: "v4" } as const;
      const at = times.wall.toISOString();
      const event = anEvent({ id: `e${events}`, member, segment, at, consent });
      const kept = await receiveSignals(ctx, { app: "messenger", events: [event] });
      return kept.ok && kept.value.accepted === 1;
    },
    launch(expression: Expression) {
      const account = {
        ...{ id: "100", workspaceId: "agency", currency: "EUR" },
        ...{ minorUnits: 100, timeZone: "Europe/Berlin" },
      };
      flights = [
        ...flights,
        {
          ...{ adSetId: 11 + flights.length, campaignId: 1, account, expression },
          objective: "OUTCOME_TRAFFIC",
          budget: { kind: "daily", minor: 90_000 },
          ...{
            startsAt: times.network,
            endsAt: null,
            maxFrequency: null,
            ads: [],
            companyId: null,
          },
          live: [{ from: times.network, to: null }],
        },
      ];
    },
    erase: () =>
      eraseWaiting({
        ...running,
        facts,
        eraseReached: running.delivery.erase,
        now: () => times.wall,
      }),
    /** Everybody whom a question finds: an ad shown as often as it can be misses one in fifty a day, and nobody in ten days. */
    async found(expression: Expression): Promise<ReadonlySet<number>> {
      const days = Array.from({ length: 10 }, (_, i) => ({ day: 20_000 + i, meanPerPerson: 60 }));
      const delivered = await running.embedded.deliver(expression, "everybody", days);
      return new Set(delivered.flatMap(({ reached }) => [...decodeMembers(reached)]));
    },
    async keep(): Promise<Kept> {
      const mark = await markJournal(dataDir);
      if (!mark) throw new Error("A deployment has a journal.");
      return { dump: await client.dumpDataDir("none"), mark };
    },
    async restart(): Promise<void> {
      await stop();
      running = await start();
    },
    async restore({ dump, mark }: Kept): Promise<void> {
      await stop();
      await client.close();
      client = await PGlite.create({ loadDataDir: dump });
      const db = drizzle(client);
      const entries = await readJournalAfter(dataDir, testPepper, mark);
      await replayJournal({ db, facts, pepper: testPepper, at: times.wall }, entries);
      await bumpEpochSalt(db);
      running = await start();
    },
    async close(): Promise<void> {
      await stop();
      await client.close();
    },
  };
}
