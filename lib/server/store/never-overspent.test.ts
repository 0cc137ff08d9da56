import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChargedEntry, JournalEntry } from "@/lib/network/consent/journal-entry";
import { standardWindows } from "@/lib/network/release/budget";
import { creditUnits } from "@/lib/network/release/ladder";
import { memoryReleaseTable } from "@/lib/network/release/memory-release-table";
import type { Payer, ReleaseTable, Use } from "@/lib/network/release/release-table";
import { chargedAgain } from "../backup/charges";
import { journaledTable } from "./journaled-table";

const hourMs = 3_600_000;
const start = Date.UTC(2026, 0, 1);

interface Charge {
  readonly use: Use;
  readonly cost: number;
  readonly at: number;
}

type Act =
  | { readonly type: "ask"; readonly use: Use; readonly credits: number; readonly times: number }
  | { readonly type: "wait"; readonly hours: number }
  | { readonly type: "keep" }
  | { readonly type: "restore" };

const uses = fc.constantFrom<Use>("question", "report", "pacing");
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant("ask" as const),
        use: uses,
        credits: fc.double({ min: 1, max: 60, noNaN: true }),
        times: fc.integer({ min: 1, max: 4 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant("wait" as const),
        hours: fc.oneof(fc.nat(36), fc.nat(24 * 20)),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ type: "keep" } as const) },
    { weight: 2, arbitrary: fc.constant({ type: "restore" } as const) },
  ),
  { maxLength: 60 },
);

/** One workspace on a server that is kept and put back, beside what it really spent, by how long ago that was. */
function aLife() {
  let asked = 0;
  let now = start;
  let truth: Charge[] = [];
  let inDatabase: Charge[] = [];
  let journal: ChargedEntry[] = [];
  let backup = { now, charges: inDatabase, noted: 0 };
  let table = open([]);

  function open(charges: readonly Charge[]): ReleaseTable {
    const memory = memoryReleaseTable();
    for (const { use, cost, at } of charges) void charge(memory, use, cost, at, []);
    const note = async (entries: readonly JournalEntry[]) => {
      journal.push(...entries.filter((entry) => entry.kind === "charged"));
    };
    return journaledTable(memory, note);
  }

  function charge(
    to: ReleaseTable,
    use: Use,
    cost: number,
    at: number,
    windows: Payer["windows"] = standardWindows,
  ) {
    asked += 1;
    const row = { epoch: "e", kind: "count", key: `${asked}`, values: [1], at: "" };
    const payer = { workspaceId: "agency", use, at: new Date(at), windows };
    return to.record([{ row, cost, most: cost }], payer);
  }

  const life = {
    async live(act: Act): Promise<void> {
      if (act.type === "wait") life.wait(act.hours);
      else if (act.type === "keep") life.keep();
      else if (act.type === "restore") life.restore();
      else for (let time = 0; time < act.times; time += 1) await life.ask(act.use, act.credits);
    },
    async ask(use: Use, credits: number) {
      const cost = Math.ceil(credits * creditUnits);
      if (typeof (await charge(table, use, cost, now)) === "string") return;
      for (const list of [truth, inDatabase]) list.push({ use, cost, at: now });
    },
    wait(hours: number) {
      now += hours * hourMs;
    },
    keep() {
      // The server stops for it, and with it what it had noted ahead.
      table = open(inDatabase);
      backup = { now, charges: [...inDatabase], noted: journal.length };
    },
    restore() {
      const back = now - backup.now;
      const moved = (charges: readonly Charge[]) =>
        charges.map((one) => ({ ...one, at: one.at - back }));
      const again = journal.slice(backup.noted).map((entry) => {
        const { use, cost, at } = chargedAgain(entry, back);
        return { use, cost, at: at.getTime() };
      });
      truth = moved(truth);
      inDatabase = [...moved(backup.charges), ...again];
      now = backup.now;
      table = open(inDatabase);
      // What was noted in a life that is over is charged; the next restore begins from here.
      journal = [];
      backup = { now, charges: [...inDatabase], noted: 0 };
    },
    spent(days: number) {
      const recent = truth.filter(({ at }) => at > now - days * 24 * hourMs);
      const sum = (of: readonly Charge[]) => of.reduce((all, { cost }) => all + cost, 0);
      return {
        questions: sum(recent.filter(({ use }) => use === "question")),
        unreserved: sum(recent.filter(({ use }) => use !== "pacing")),
        total: sum(recent),
      };
    },
  };
  return life;
}

test("a workspace never spends more than a window holds, whatever it asks, for what, when, and however often a backup is put back", async () => {
  let restores = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      const life = aLife();
      for (const act of all) {
        await life.live(act);
        if (act.type === "restore") restores += 1;
        for (const window of standardWindows) {
          const spent = life.spent(window.days);
          expect(spent.questions).toBeLessThanOrEqual(window.questions);
          expect(spent.unreserved).toBeLessThanOrEqual(window.unreserved);
          expect(spent.total).toBeLessThanOrEqual(window.total);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(restores).toBeGreaterThan(50);
});
