import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createEmbeddedEngine } from "@/lib/server/engines/embedded/create-embedded-engine";
import { openThread, type Shard } from "@/lib/server/engines/embedded/shard";
import { type ChangeTimes, measureChanges } from "./changes";
import { type JoinTimes, measureJoins } from "./joins";
import { askPanel, type Panel } from "./panel";
import { madeOn, population } from "./people";
import type { Asked } from "./questions";
import { summary, type Times, timed } from "./timing";

export interface Ours {
  readonly workers: number;
  /** Milliseconds, here and below. */
  readonly made: number;
  readonly snapshotBytes: number;
  /** From the snapshot to the first answer. */
  readonly restart: number;
  /** Nothing left over from earlier questions. */
  readonly first: Times;
  readonly steps: readonly Times[];
  readonly afterOneMoreClick: Times;
  readonly changes: ChangeTimes;
  readonly joins: JoinTimes;
  /** Kept bitmaps included. */
  readonly bytes: number;
}

/** How long the bitmaps that are made in idle moments are given after a start. */
const settleMs = (members: number) => 2_000 + members / 5_000;

/** Measures the embedded engine in worker threads, as the server runs it. `panels` are its answers, `times` how long each took. */
export async function measureOurs(
  members: number,
  asked: readonly Asked[],
  workers: number | undefined,
): Promise<{ ours: Ours; panels: Panel[]; times: number[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), "nod-bench-"));
  const shards: Shard[] = [];
  const open = () => {
    shards.length = 0;
    return createEmbeddedEngine({
      population: population(members),
      today: () => madeOn,
      snapshotFolder: folder,
      ...(workers ? { workers } : {}),
      open: (...args) => {
        const shard = openThread(...args);
        shards.push(shard);
        return shard;
      },
    });
  };
  try {
    const made = await timed(open);
    await made.value.close();
    const files = readdirSync(folder);
    const snapshotBytes = files.reduce((sum, f) => sum + statSync(path.join(folder, f)).size, 0);
    const question = asked[1]?.question;
    const again = await timed(async () => {
      const engine = await open();
      if (question) await engine.count(question);
      return engine;
    });
    const engine = again.value;
    await new Promise((resolve) => setTimeout(resolve, settleMs(members)));
    const panels: Panel[] = [];
    const times: number[] = [];
    const clicked: number[] = [];
    for (const { question, edited } of asked) {
      await Promise.all(shards.map((shard) => shard.ask("forget", {})));
      const { ms, value } = await timed(() => askPanel(engine, question));
      times.push(ms);
      panels.push(value);
      clicked.push((await timed(() => askPanel(engine, edited))).ms);
    }
    const { bytes } = await engine.size();
    const joins = await measureJoins(engine);
    const changes = await measureChanges(engine, members);
    await engine.close();
    const ours: Ours = {
      workers: shards.length,
      made: made.ms,
      snapshotBytes,
      restart: again.ms,
      first: summary(times),
      steps: Array.from({ length: 8 }, (_, step) =>
        summary(times.filter((_, i) => asked[i]?.step === step)),
      ),
      afterOneMoreClick: summary(clicked),
      changes,
      joins,
      bytes,
    };
    return { ours, panels, times };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
