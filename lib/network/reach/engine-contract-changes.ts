import fc from "fast-check";
import { expect, test } from "vitest";
import { purposes, recipients } from "@/lib/network/consent/purposes";
import { batchOf } from "@/lib/network/population/batch-of";
import { membersOf } from "@/lib/network/population/member-at";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import { arbitraryExpression, arbitraryPopulation, arbitraryToday } from "./arbitraries";
import { arbitraryChange } from "./arbitrary-change";
import type { MemberChange, ReachEngine } from "./engine";
import { consentExamples } from "./engine-contract-consent-examples";
import { interestExamples } from "./engine-contract-examples";
import { joiningExamples } from "./engine-contract-joining-examples";
import { type ContractSize, inOrder, withEngine } from "./engine-contract-parts";
import { asked, twoPeople } from "./engine-contract-people";
import { peopleIn } from "./exact-count";
import { dimensions, type Expression, everyone } from "./expression";
import { referenceEngine } from "./reference-engine";

type MakeEngine = (batches: readonly MemberBatch[], today: () => number) => Promise<ReachEngine>;

/** What an engine must do while members change and days pass. */
export function changeContract(makeEngine: MakeEngine, size: ContractSize): void {
  const runs = { numRuns: size.populations };
  const populations = arbitraryPopulation(size.members);
  const questions = fc.array(arbitraryExpression, { minLength: 2, maxLength: size.questions });

  test("after any changes the next answer is the reference's", () =>
    fc.assert(
      fc.asyncProperty(
        populations.chain((batches) =>
          fc.tuple(
            fc.constant(batches),
            fc.array(arbitraryChange(batches.flatMap(membersOf)), { minLength: 1, maxLength: 60 }),
          ),
        ),
        questions,
        ([batches, changes], audiences) =>
          withEngine(makeEngine, batches, async (engine) => {
            const reference = referenceEngine(batches.flatMap(membersOf), () => arbitraryToday);
            // Asked before the changes too, so that an engine that remembers answers must forget them.
            const all = [everyone, ...audiences, ...changes.slice(-10).map(questionAbout)];
            for (const question of all) await engine.count(question);
            for (const change of changes) {
              await engine.apply(change);
              await reference.apply(change);
            }
            for (const question of all) {
              expect(inOrder(await engine.cells(question, dimensions))).toEqual(
                inOrder(await reference.cells(question, dimensions)),
              );
            }
            const days = [0.4, 2].map((meanPerPerson) => ({ day: arbitraryToday, meanPerPerson }));
            const delivered = await engine.deliver(everyone, "1", days);
            expect(delivered).toEqual(await reference.deliver(everyone, "1", days));
            const sets = delivered.map(({ reached }) => reached);
            expect(await engine.union(sets)).toEqual(await reference.union(sets));
            expect((await engine.size()).members).toBe((await reference.size()).members);
          }),
      ),
      runs,
    ));

  test("a withdrawn consent never adds a person to any audience", () =>
    fc.assert(
      fc.asyncProperty(
        populations,
        questions,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...purposes), fc.constantFrom(...recipients)), {
          minLength: 1,
          maxLength: 30,
        }),
        (batches, audiences, withdrawals) =>
          withEngine(makeEngine, batches, async (engine) => {
            const members = batches.flatMap(membersOf);
            const before = await countAll(engine, audiences);
            for (const [which, purpose, recipient] of withdrawals) {
              const member = members[which % members.length]?.number ?? 0;
              await engine.apply({ type: "consent", member, purpose, recipient, given: false });
            }
            const after = await countAll(engine, audiences);
            after.forEach((people, i) => {
              expect(people).toBeLessThanOrEqual(before[i] ?? 0);
            });
          }),
      ),
      runs,
    ));

  test("signals age from day to day while the engine runs", () =>
    fc.assert(
      fc.asyncProperty(
        populations,
        questions,
        fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 5 }),
        async (batches, audiences, steps) => {
          let day = arbitraryToday;
          const reference = referenceEngine(batches.flatMap(membersOf), () => day);
          await withEngine(
            makeEngine,
            batches,
            async (engine) => {
              for (const step of steps) {
                day += step;
                expect(await countAll(engine, audiences)).toEqual(
                  await countAll(reference, audiences),
                );
              }
            },
            () => day,
          );
        },
      ),
      runs,
    ));

  test.each(
    [...interestExamples, ...consentExamples, ...joiningExamples].map(
      (example) => [example.title, example] as const,
    ),
  )("%s", (_, example) =>
    withEngine(makeEngine, [batchOf(twoPeople)], async (engine) => {
      const counts: number[] = [peopleIn(await engine.count(asked(example)))];
      for (const change of example.changes) {
        await engine.apply(change);
        counts.push(peopleIn(await engine.count(asked(example))));
      }
      expect(counts).toEqual(example.people);
    }),
  );
}

/** A question whose answer the change may move. */
function questionAbout(change: MemberChange): Expression {
  switch (change.type) {
    case "signal":
    case "signal_removed": {
      const minStrength = change.type === "signal" ? change.strength : 1;
      return { ...everyone, groups: [[{ segment: change.segment, withinDays: 90, minStrength }]] };
    }
    case "company":
    case "company_removed": {
      const kind = change.type === "company" ? change.kind : null;
      return { ...everyone, with: [{ company: change.company, kind, withinDays: null }] };
    }
    case "moved":
      return { ...everyone, countries: [change.country] };
    case "consent":
      return { ...everyone, recipients: [change.recipient] };
    case "active":
      return { ...everyone, activeWithinDays: 30 };
    case "joined":
      return { ...everyone, countries: [change.country], languages: [change.language] };
    case "left":
    case "signals_cleared":
      return everyone;
  }
}

async function countAll(engine: ReachEngine, audiences: readonly Expression[]): Promise<number[]> {
  const counts: number[] = [];
  for (const question of audiences) counts.push(peopleIn(await engine.count(question)));
  return counts;
}
