import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { membersOf } from "@/lib/network/population/member-at";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import { arbitraryExpression, arbitraryPopulation, arbitraryToday } from "./arbitraries";
import { arbitraryChange } from "./arbitrary-change";
import type { ReachEngine } from "./engine";
import { changeContract } from "./engine-contract-changes";
import { type ContractSize, inOrder, quickContract, withEngine } from "./engine-contract-parts";
import { peopleIn } from "./exact-count";
import { dimensions, everyone, type SegmentRule } from "./expression";
import { encodeMembers, type MemberSet } from "./member-set";
import { referenceEngine } from "./reference-engine";

/** Makes an engine over members, given in one or more batches that follow each other; `today` moves forwards while it runs. */
export type MakeEngine = (
  batches: readonly MemberBatch[],
  today: () => number,
) => Promise<ReachEngine>;

/** What every reach engine must do, run by vitest over one implementation. The plain reference says what is right. */
export function engineContract(
  name: string,
  makeEngine: MakeEngine,
  size: ContractSize = quickContract,
): void {
  const runs = { numRuns: size.populations };
  const populations = arbitraryPopulation(size.members);
  const questions = (count: number) =>
    fc.array(arbitraryExpression, { minLength: count, maxLength: count });
  const referenceOver = (batches: readonly MemberBatch[]) =>
    referenceEngine(batches.flatMap(membersOf), () => arbitraryToday);

  describe(`the ${name} reach engine`, () => {
    test("counts the people whom the reference counts", () =>
      fc.assert(
        fc.asyncProperty(populations, questions(size.questions), (batches, asked) =>
          withEngine(makeEngine, batches, async (engine) => {
            const reference = referenceOver(batches);
            for (const question of [everyone, ...asked]) {
              expect(await engine.count(question)).toBe(await reference.count(question));
            }
          }),
        ),
        runs,
      ));

    test("parts of a cross-tab are right and sum to the count", () =>
      fc.assert(
        fc.asyncProperty(
          populations,
          questions(Math.ceil(size.questions / 2)),
          fc.subarray([...dimensions]),
          (batches, asked, by) =>
            withEngine(makeEngine, batches, async (engine) => {
              const reference = referenceOver(batches);
              for (const question of [everyone, ...asked]) {
                const cells = await engine.cells(question, by);
                expect(inOrder(cells)).toEqual(inOrder(await reference.cells(question, by)));
                const sum = cells.reduce((people, cell) => people + peopleIn(cell.count), 0);
                expect(sum).toBe(await engine.count(question));
              }
            }),
        ),
        runs,
      ));

    test("people in several audiences stand in exactly one cell of their overlap", () =>
      fc.assert(
        fc.asyncProperty(
          populations,
          fc.array(arbitraryExpression, { minLength: 2, maxLength: 6 }),
          (batches, audiences) =>
            withEngine(makeEngine, batches, async (engine) => {
              const cells = await engine.overlap(audiences);
              expect(cells).toEqual(await referenceOver(batches).overlap(audiences));
              expect(cells[0]).toBe(0);
              for (const [bit, audience] of audiences.entries()) {
                const inside = cells.filter((_, place) => place & (1 << bit));
                const sum = inside.reduce((people, cell) => people + peopleIn(cell), 0);
                expect(sum).toBe(await engine.count(audience));
              }
            }),
        ),
        runs,
      ));

    test("one more thing that must hold never adds a person", () =>
      fc.assert(
        fc.asyncProperty(
          populations,
          arbitraryExpression,
          arbitraryExpression,
          (batches, question, other) =>
            withEngine(makeEngine, batches, async (engine) => {
              const more: readonly (readonly SegmentRule[])[] = other.groups;
              const narrower = { ...question, groups: [...question.groups, ...more] };
              const never = { ...question, never: [...question.never, ...other.never] };
              const all = peopleIn(await engine.count(question));
              expect(peopleIn(await engine.count(narrower))).toBeLessThanOrEqual(all);
              expect(peopleIn(await engine.count(never))).toBeLessThanOrEqual(all);
            }),
        ),
        runs,
      ));

    test("an ad set reaches the same people on the same day, in any engine", () =>
      fc.assert(
        fc.asyncProperty(
          populations,
          arbitraryExpression,
          fc.string({ minLength: 1, maxLength: 20 }),
          fc.array(
            fc.record({
              day: fc.integer({ min: 20_000, max: 21_000 }),
              meanPerPerson: fc.double({ min: 0, max: 8, noNaN: true }),
            }),
            { maxLength: 4 },
          ),
          (batches, question, adSet, days) =>
            withEngine(makeEngine, batches, async (engine) => {
              const reached = await engine.deliver(question, adSet, days);
              expect(reached).toEqual(await referenceOver(batches).deliver(question, adSet, days));
              expect(await engine.deliver(question, adSet, days)).toEqual(reached);
            }),
        ),
        runs,
      ));

    test("people in several reached sets are counted once", () =>
      fc.assert(
        fc.asyncProperty(populations, fc.array(memberSets, { maxLength: 6 }), (batches, sets) =>
          withEngine(makeEngine, batches, async (engine) => {
            expect(await engine.union(sets)).toEqual(await referenceOver(batches).union(sets));
          }),
        ),
        runs,
      ));

    test("people in several reached sets stand in one cell each, and those who are gone in none", () =>
      fc.assert(
        fc.asyncProperty(
          populations.chain((batches) =>
            fc.tuple(
              fc.constant(batches),
              fc.array(arbitraryChange(batches.flatMap(membersOf)), { maxLength: 20 }),
            ),
          ),
          fc.array(memberSets, { maxLength: 4 }),
          fc.oneof(fc.subarray([...dimensions]), fc.constant(["region"] as const)),
          ([batches, changes], sets, by) =>
            withEngine(makeEngine, batches, async (engine) => {
              const reference = referenceOver(batches);
              const all = batches.flatMap(membersOf).map(({ number }) => number);
              const reached = [...sets, encodeMembers(all.filter((number) => number % 3 > 0))];
              for (const change of changes) {
                await engine.apply(change);
                await reference.apply(change);
              }
              const cells = await engine.cellsOfSets(reached, by);
              expect(inOrder(cells)).toEqual(inOrder(await reference.cellsOfSets(reached, by)));
              expect(await engine.cellsOfSets([], by)).toEqual([]);
            }),
        ),
        runs,
      ));

    changeContract(makeEngine, size);
  });
}

/** Sets of members, people who do not exist among them: a set outlives the members in it. */
const memberSets: fc.Arbitrary<MemberSet> = fc
  .uniqueArray(fc.oneof(fc.nat(3000), fc.nat(2 ** 31 - 1)), { maxLength: 200 })
  .map((members) => encodeMembers(members.sort((a, b) => a - b)));
