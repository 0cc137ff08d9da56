import { mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { membersOf } from "@/lib/network/population/member-at";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import {
  arbitraryExpression,
  arbitraryPopulation,
  arbitraryToday,
} from "@/lib/network/reach/arbitraries";
import { arbitraryChange } from "@/lib/network/reach/arbitrary-change";
import type { MemberChange, ReachEngine } from "@/lib/network/reach/engine";
import { engineContract } from "@/lib/network/reach/engine-contract";
import { inOrder } from "@/lib/network/reach/engine-contract-parts";
import { dimensions, type Expression, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createEmbeddedEngine } from "./create-embedded-engine";
import type { EmbeddedEngine } from "./embedded-engine";
import { openThread } from "./shard";
import { eagerPlanes, engineOver, givenMembers, openInThread } from "./testing";
import { memoryLog } from "./testing-log";

const few = { populations: 3, questions: 8, members: 300 };
const many = { populations: 60, questions: 12, members: 600 };
for (const workers of [1, 2, 3]) {
  engineContract(
    `embedded (${workers} worker threads)`,
    (batches, today) => engineOver(batches, today, { workers, open: openThread }),
    few,
  );
}
engineContract("embedded (one shard)", (batches, today) => engineOver(batches, today), many);

/** How an engine ends: after saving, without, or with its snapshots gone or one of them torn. */
const endings = ["saved", "unsaved", "deleted", "torn"] as const;
type Ending = (typeof endings)[number];

async function end(engine: EmbeddedEngine, after: Ending, position: number, folder: string) {
  if (after !== "unsaved") await engine.save(position);
  await engine.close();
  if (after === "deleted") await rm(folder, { recursive: true, maxRetries: 10 });
  if (after === "torn") {
    const [file = ""] = (await readdir(folder)).sort();
    await truncate(path.join(folder, file), 60_000);
  }
}

/** What happens to a network in the course of its life. */
type Step =
  | { readonly type: "changes"; readonly changes: readonly MemberChange[] }
  | { readonly type: "days"; readonly days: number }
  | { readonly type: "restart"; readonly after: Ending }
  | { readonly type: "checkpoint" }
  | { readonly type: "ask"; readonly questions: readonly Expression[] };

const stepsOver = (batches: readonly MemberBatch[]): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .array(arbitraryChange(batches.flatMap(membersOf)), { minLength: 1, maxLength: 120 })
          .map((changes) => ({ type: "changes" as const, changes })),
      },
      fc.integer({ min: 0, max: 200 }).map((days) => ({ type: "days" as const, days })),
      fc.constantFrom(...endings).map((after) => ({ type: "restart" as const, after })),
      fc.constant({ type: "checkpoint" as const }),
      {
        weight: 2,
        arbitrary: fc
          .array(arbitraryExpression, { minLength: 1, maxLength: 6 })
          .map((questions) => ({ type: "ask" as const, questions })),
      },
    ),
    { minLength: 4, maxLength: 14 },
  );

const lives = (members: number) =>
  arbitraryPopulation(members).chain((batches) =>
    fc.record({
      batches: fc.constant(batches),
      steps: stepsOver(batches),
      questions: fc.array(arbitraryExpression, { minLength: 3, maxLength: 5 }),
      workers: fc.constantFrom(1, 3),
    }),
  );

/** Questions about the very interests and companies that something happens to, before and after it does. */
function pointedAt(life: Life): Expression[] {
  const people = new Map(life.batches.flatMap(membersOf).map((member) => [member.number, member]));
  const changes = life.steps.flatMap((step) => (step.type === "changes" ? step.changes : []));
  const segments = changes.flatMap((change) =>
    "segment" in change
      ? [change.segment]
      : (people
          .get(change.member)
          ?.signals.slice(0, 1)
          .map((signal) => signal.segment) ?? []),
  );
  const companies = changes.flatMap((change) => ("company" in change ? [change.company] : []));
  return [
    ...[...new Set(segments)].slice(0, 12).map((segment) => ({
      ...everyone,
      groups: [[{ segment, withinDays: 180, minStrength: 1 } as const]],
    })),
    ...[...new Set(companies)].slice(0, 4).map((company) => ({
      ...everyone,
      with: [{ company, kind: null, withinDays: null }],
    })),
  ];
}

async function expectSame(
  engine: ReachEngine,
  reference: ReachEngine,
  asked: readonly Expression[],
) {
  for (const question of asked) {
    const [cells, right] = [
      await engine.cells(question, dimensions),
      await reference.cells(question, dimensions),
    ];
    expect(inOrder(cells)).toEqual(inOrder(right));
  }
  expect((await engine.size()).members).toBe((await reference.size()).members);
}

type Life = ReturnType<typeof lives> extends fc.Arbitrary<infer L> ? L : never;

/** Lives through the steps with an engine and the reference side by side; a restart reads the engine's snapshot. */
async function liveThrough(life: Life): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "nod-life-"));
  let day = arbitraryToday;
  const log = memoryLog();
  const open = () =>
    createEmbeddedEngine({
      population: givenMembers(life.batches),
      today: () => day,
      snapshotFolder: folder,
      log,
      workers: life.workers,
      // One round of practice also raises the standing planes.
      warmUpMs: 1,
      open: openInThread,
      planes: { ...eagerPlanes, most: 40 },
    });
  let engine = await open();
  try {
    const reference = referenceEngine(life.batches.flatMap(membersOf), () => day);
    const common = [everyone, ...life.questions, ...pointedAt(life)];
    await expectSame(engine, reference, common);
    for (const step of life.steps) {
      if (step.type === "days") day += step.days;
      if (step.type === "restart") {
        await end(engine, step.after, log.end, folder);
        engine = await open();
        expect(engine.position).toBe(log.end);
      }
      if (step.type === "checkpoint") await engine.checkpoint(log.end);
      if (step.type === "changes") {
        log.append(...step.changes);
        await engine.applyAll(step.changes);
        for (const change of step.changes) await reference.apply(change);
      }
      await expectSame(engine, reference, step.type === "ask" ? step.questions : common);
    }
    const audiences = common.slice(0, 6);
    expect(await engine.overlap(audiences)).toEqual(await reference.overlap(audiences));
    const days = [{ day: 20_600, meanPerPerson: 0.7 }];
    expect(await engine.deliver(everyone, "9", days)).toEqual(
      await reference.deliver(everyone, "9", days),
    );
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

test("whatever happens to a few people, the engine and the reference agree", () =>
  fc.assert(fc.asyncProperty(lives(300), liveThrough), { numRuns: 60 }));

test("whatever happens to thousands, with interests kept ready, the engine and the reference agree", () =>
  fc.assert(fc.asyncProperty(lives(5_000), liveThrough), { numRuns: 8 }));
