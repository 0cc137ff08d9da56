import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { ReachEngine } from "@/lib/network/reach/engine";
import { dimensions, type Expression } from "@/lib/network/reach/expression";
import { createEmbeddedEngine } from "@/lib/server/engines/embedded/create-embedded-engine";
import { openThread, type Shard } from "@/lib/server/engines/embedded/shard";
import { dice, edited, eightQuestions } from "./workload";

const { values } = parseArgs({
  options: {
    members: { type: "string", default: "1000000" },
    workers: { type: "string" },
    rounds: { type: "string", default: "25" },
  },
});
const members = Number(values.members);
const rounds = Number(values.rounds);
const today = 20_500;
const folder = mkdtempSync(path.join(tmpdir(), "nod-bench-"));
const shards: Shard[] = [];

const rows: { readonly what: string; readonly value: string }[] = [];
const note = (what: string, value: string) => rows.push({ what, value });
const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

const open = () => {
  shards.length = 0;
  return createEmbeddedEngine({
    population: { kind: "synthetic", seed: 1, members, madeOn: today },
    today: () => today,
    snapshotFolder: folder,
    ...(values.workers ? { workers: Number(values.workers) } : {}),
    open: (...args) => {
      const shard = openThread(...args);
      shards.push(shard);
      return shard;
    },
  });
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function summary(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const [best, middle, slow] = [0, 0.5, 0.95].map((share) => ms(quantile(sorted, share)));
  return `${best} / ${middle} / ${slow} ms`;
}

/** The count and every breakdown, as the panel asks for them. */
const panel = (engine: ReachEngine, question: Expression) =>
  Promise.all([
    engine.count(question),
    ...dimensions.map((dimension) => engine.cells(question, [dimension])),
  ]);

async function questions(engine: ReachEngine): Promise<void> {
  const random = dice(7);
  const first: number[][] = Array.from({ length: 8 }, () => []);
  const again: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, question] of eightQuestions(random).entries()) {
      await Promise.all(shards.map((shard) => shard.ask("forget", {})));
      first[i]?.push(await timed(() => panel(engine, question)));
      again.push(await timed(() => panel(engine, edited(question, random))));
    }
  }
  note("8 questions, nothing remembered", summary(first.flat()));
  first.forEach((times, i) => {
    note(`  question ${i + 1}`, summary(times));
  });
  note("the same after one more click", summary(again));
}

async function changes(engine: ReachEngine): Promise<void> {
  const random = dice(11);
  const [question] = eightQuestions(random).slice(5);
  const times: { consent: number[]; signal: number[]; moved: number[] } = {
    consent: [],
    signal: [],
    moved: [],
  };
  for (let i = 0; i < 200; i += 1) {
    const member = Math.floor(random() * members);
    const given = random() < 0.5;
    times.consent.push(
      await timed(() =>
        engine.apply({
          type: "consent",
          member,
          purpose: "relevant_ads",
          recipient: "social",
          given,
        }),
      ),
    );
    times.signal.push(
      await timed(() =>
        engine.apply({ type: "signal", member, segment: "371", strength: 3, day: today }),
      ),
    );
    times.moved.push(
      await timed(() =>
        engine.apply({
          type: "moved",
          member,
          ageBand: "45-54",
          gender: "male",
          country: "BR",
          device: "ios",
          onSocial: true,
        }),
      ),
    );
  }
  note("a withdrawal, in the next answer after", summary(times.consent));
  note("a signal", summary(times.signal));
  note("a move to another cell", summary(times.moved));
  if (question) note("a question after those", ms(await timed(() => panel(engine, question))));
}

async function others(engine: ReachEngine): Promise<void> {
  const [a, b, c] = eightQuestions(dice(3)).slice(3);
  if (!a || !b || !c) return;
  note("overlap of three", `${ms(await timed(() => engine.overlap([a, b, c])))} ms`);
  const days = Array.from({ length: 56 }, (_, i) => ({ day: today - i, meanPerPerson: 0.05 }));
  const people = await engine.count(a);
  const delivered = await engine.deliver(a, "first", days);
  const took = await timed(() => engine.deliver(a, "bench", days));
  note(`56 days of delivery to ${people} people`, `${ms(took)} ms`);
  const sets = delivered.map(({ reached }) => reached);
  note("their union", `${ms(await timed(() => engine.union(sets)))} ms`);
}

async function main(): Promise<void> {
  const making: { engine?: Awaited<ReturnType<typeof open>> } = {};
  note(
    "made, laid out and ready",
    `${ms(await timed(async () => (making.engine = await open())))} ms`,
  );
  if (making.engine) await making.engine.close();
  const bytes = readdirSync(folder).reduce(
    (sum, f) => sum + statSync(path.join(folder, f)).size,
    0,
  );
  note("snapshot", `${(bytes / 2 ** 20).toFixed(0)} MB`);
  const again: { engine?: Awaited<ReturnType<typeof open>> } = {};
  note(
    "ready again from the snapshot",
    `${ms(await timed(async () => (again.engine = await open())))} ms`,
  );
  const engine = again.engine;
  if (!engine) return;
  await questions(engine);
  await changes(engine);
  await others(engine);
  const size = await engine.size();
  note("memory a member, kept planes included", `${(size.bytes / size.members).toFixed(1)} bytes`);
  await engine.close();
  console.log(
    `${members.toLocaleString("en")} members, ${shards.length} worker(s), ${availableParallelism()} cores`,
  );
  console.log("Times: best / median / 95th of 100. Without a slash: once.");
  const wide = Math.max(...rows.map(({ what }) => what.length)) + 2;
  for (const { what, value } of rows) console.log(`${what.padEnd(wide)}${value}`);
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
