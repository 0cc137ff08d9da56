import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memberRecordsContract } from "@/lib/network/consent/member-records.contract";
import { generateMembers } from "@/lib/network/population/generate-members";
import { lineOfMember } from "@/lib/network/population/import/line-of-member";
import { aLine, arbitraryLine, importDay as day } from "@/lib/network/population/import/testing";
import { membersOf } from "@/lib/network/population/member-at";
import { arbitraryExpression } from "@/lib/network/reach/arbitraries";
import type { MemberChange } from "@/lib/network/reach/engine";
import { dimensions, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import type { Database } from "../db/database";
import { memberEvent } from "../db/schema/network";
import { signalQuarantine } from "../db/schema/signals";
import { createEmbeddedEngine } from "../engines/embedded/create-embedded-engine";
import { openInThread } from "../engines/embedded/testing";
import { appendToLog, decideAndAppend, logEnd, readLog } from "../engines/member-log";
import { recordChanges } from "../engines/record-changes";
import { enterImported } from "../ledger/enter-imported";
import { readPopulation } from "../population-facts";
import { recorderOver } from "../signals/testing";
import { storesUnderTest } from "../store/testing";
import { memberRecords } from "../you/member-records";
import { importedMembers } from "./imported-members";
import { inYear } from "./imported-people";
import { everybody, importText, linesOf, manyLines } from "./testing";
import { turnYear } from "./turn-year";

async function engineOf(db: Database, today = day) {
  const facts = (await readPopulation(db)) ?? { members: 0 };
  return createEmbeddedEngine({
    population: await importedMembers(db, facts, today),
    today: () => today,
    snapshotFolder: null,
    warmUpMs: 0,
    open: openInThread,
  });
}

const sorted = <T extends { readonly values: readonly string[] }>(cells: readonly T[]) =>
  [...cells].sort((a, b) => a.values.join().localeCompare(b.values.join()));

for (const under of storesUnderTest()) {
  describe(`Imported members in ${under.name}`, () => {
    test("are the people that were exported, and an engine counts them as the reference does", async () => {
      const people = membersOf(generateMembers({ seed: 5, first: 0, count: 6_000, today: day }));
      const db = await under.empty();
      const text = people.map((one) => `${JSON.stringify(lineOfMember(one, day))}\n`).join("");
      const { state, report } = await importText(db, text, { day });
      expect(report).toBe("");
      expect(state.members).toBe(people.length);
      const read = await everybody(db);
      read.forEach((member, i) => {
        const { signals, ...rest } = people[i] ?? member;
        expect(member).toMatchObject(rest);
        for (const signal of member.signals) expect(signals).toContainEqual(signal);
      });
      const [engine, reference] = [await engineOf(db), referenceEngine(read, () => day)];
      const original = referenceEngine(people, () => day);
      await fc.assert(
        fc.asyncProperty(arbitraryExpression, async (expression) => {
          const count = await reference.count(expression);
          expect(await engine.count(expression)).toBe(count);
          expect(await original.count(expression)).toBe(count);
          const cells = await reference.cells(expression, dimensions);
          expect(sorted(await engine.cells(expression, dimensions))).toEqual(sorted(cells));
        }),
        { numRuns: 60 },
      );
    });

    test("of any lines are counted as they are read one by one, companies that are not on the list left out", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(arbitraryLine, { selector: ({ id }) => id, maxLength: 60 }),
          async (all) => {
            const db = await under.empty();
            const text = all.map((line) => JSON.stringify(line)).join("\n");
            const { state } = await importText(db, text, { day });
            expect(state.members).toBe(all.length);
            const [engine, reference] = [
              await engineOf(db),
              referenceEngine(await everybody(db), () => day),
            ];
            for (const company of ["lakeside", "hilltop"]) {
              const rule = { company, kind: null, withinDays: null };
              for (const asked of [
                { ...everyone, with: [rule] },
                { ...everyone, newTo: [rule] },
              ]) {
                expect(await engine.count(asked)).toBe(await reference.count(asked));
              }
            }
          },
        ),
        { numRuns: 10 },
      );
    });

    test("are a year older at New Year, where they have moved to since, as after a start in the new year", async () => {
      const db = await under.empty();
      const born = [1991, 1992, 2001, 2002, 2008, 2009, null, 1961];
      const ads = aLine().consents;
      const text = linesOf(
        Array.from({ length: 400 }, (_, i) => ({
          id: `m-${i}`,
          birth_year: born[i % 8],
          consents: ads,
          signals: [],
        })),
      );
      await importText(db, text, { day });
      const moved: MemberChange = {
        type: "moved",
        member: 1,
        ageBand: "25-34",
        gender: "female",
        country: "BR",
        device: "ios",
        onSocial: false,
      };
      const left: MemberChange = { type: "left", member: 9 };
      for (const change of [moved, left]) {
        await db.insert(memberEvent).values({ member: change.member, change, at: new Date() });
      }
      const newYear = Date.UTC(2027, 0, 1) / 86_400_000;
      const [running, restarted] = [await engineOf(db), await engineOf(db, newYear)];
      for (const engine of [running, restarted]) await engine.applyAll([moved, left]);
      await restarted.apply({ ...moved, ageBand: "35-44" });
      const spam: MemberChange = { ...moved, member: 3, ageBand: null, held: true };
      const { decide } = recorderOver(db, running.applyAll);
      // Two things at once: whoever is kept out while the year turns stays out.
      await Promise.all([
        turnYear(db, { applyAll: running.applyAll, decide }, 2026, 2027),
        decide(async () => ({ changes: [spam], at: new Date(), value: null })),
      ]);
      await restarted.apply(spam);
      const told = async (engine: typeof running) =>
        sorted(await engine.cells(everyone, ["age", "country", "gender"]));
      expect(await told(running)).toEqual(await told(restarted));
      expect(await told(running)).toContainEqual({ values: ["35-44", "BR", "female"], count: 1 });
      expect(await inYear(db, [moved, left], 2027)).toEqual([{ ...moved, ageBand: "35-44" }, left]);
    });
  });

  memberRecordsContract(`Records of imported members in ${under.name}`, async () => {
    const db = await under.empty();
    await importText(db, manyLines(50), { day });
    await enterImported(db);
    const told: MemberChange[] = [];
    const engine = recordChanges({
      append: (entries) => appendToLog(db, entries),
      decide: (work) => decideAndAppend(db, work),
      end: () => logEnd(db),
      read: (after) => readLog(db, async (changes) => changes, after),
      applyAll: async (changes) => void told.push(...changes),
      position: 0,
    });
    const facts = { members: 50, seed: 0, madeOn: day, imported: true };
    const hold = async (member: number, until: Date) =>
      void (await db.insert(signalQuarantine).values({ member, until }));
    return {
      records: memberRecords(db, engine, facts),
      told,
      hold,
      member: 3,
      other: 4,
      nobody: 50,
    };
  });
}
