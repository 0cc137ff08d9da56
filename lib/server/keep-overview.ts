import "server-only";
import type { ReachEngine } from "@/lib/network/reach/engine";
import type { OverviewSource } from "@/lib/network/reach/overview";
import { createNoise } from "@/lib/network/release/noise";
import { type Overview, overviewMonth, releaseOverview } from "@/lib/network/release/overview";
import type { ReleaseTable } from "@/lib/network/release/release-table";
import { log } from "./log";

interface Parts {
  readonly engine: ReachEngine & Partial<OverviewSource>;
  readonly table: Pick<ReleaseTable, "find" | "record">;
  readonly releaseKey: string;
  readonly epochSalt: string;
  readonly networkNow: () => Date;
}

export interface KeptOverview {
  /** null: not made yet, a few seconds after the first start of a month. */
  current(): Overview | null;
  close(): Promise<void>;
}

const everyMs = 60_000;

/** Holds the month's overview of the network: read or made in the background, again when a month begins. */
export function keepOverview(parts: Parts): KeptOverview {
  const { engine } = parts;
  let overview: Overview | null = null;
  let running: Promise<void> | null = null;
  let closed = false;

  async function refresh(): Promise<void> {
    if (overview?.month === overviewMonth(new Date()) || !engine.overview) return;
    try {
      overview = await releaseOverview({
        ...parts,
        engine: { count: engine.count, cells: engine.cells, overview: engine.overview },
        noise: createNoise(Buffer.from(parts.releaseKey, "utf8")),
        wallNow: () => new Date(),
        breathe,
      });
    } catch (err) {
      if (!closed)
        log.error({ err }, "The month's overview could not be made; the next try follows.");
    }
  }

  /** Half of the time is left to whoever is waiting. */
  const breathe = () =>
    new Promise<void>((resolve, reject) =>
      setTimeout(() => (closed ? reject(new Error("Nod is stopping.")) : resolve()), 3),
    );

  const start = () => {
    running ??= refresh().finally(() => {
      running = null;
    });
  };
  start();
  const timer = setInterval(start, everyMs);
  timer.unref();
  return {
    current: () => overview,
    async close() {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}
