import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import type { ApiResult } from "./api/measure-api";
import type { DeliveryTimes } from "./live/measure-delivery";
import type { PeerResult } from "./measure-peer";
import type { Ours } from "./ours";
import type { Times } from "./timing";

/** One population's part of a run. Milliseconds and bytes throughout. */
export interface SizeResult {
  readonly members: number;
  readonly ours: Ours;
  readonly peers: readonly PeerResult[];
  /** How often longer a question takes than its bytes would at the memory's speed: the middle one of all questions. */
  readonly timesBandwidth: number;
  /** Peers that were asked for and could not be had, with the reason. */
  readonly missing: Readonly<Record<string, string>>;
}

export interface Results {
  readonly date: string;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memoryBytes: number;
    /** One thread, bytes a millisecond. */
    readonly readBandwidth: number;
  };
  readonly node: string;
  readonly sizes: readonly SizeResult[];
  /** Filled by `--only live`. */
  readonly live?: LiveResult;
  /** Filled by `--only api`. */
  readonly api?: ApiResult;
}

export interface LiveResult {
  readonly members: number;
  /** Durable and out of the next count. */
  readonly withdrawal: Times;
  /** Thirty days of one campaign. */
  readonly delivery?: DeliveryTimes;
  /** What each click waits for when one person types. */
  readonly alone: Times;
  readonly clients: number;
  /** What each click waits for while the clients type. */
  readonly answer: Times;
  readonly eventLoopDelayP99: number;
}

export const resultsFile = "bench/results.json";

export const machineFacts = (readBandwidth: number): Results["machine"] => ({
  processor: cpus()[0]?.model ?? "unknown",
  cores: cpus().length,
  memoryBytes: totalmem(),
  readBandwidth,
});

export function readResults(): Results | null {
  try {
    return JSON.parse(readFileSync(resultsFile, "utf8")) as Results;
  } catch {
    return null;
  }
}

/** Keeps the sizes of earlier runs that this one did not measure, so that 100 million can be run by itself. */
export function merged(before: Results | null, now: Results): Results {
  const measured = new Set(now.sizes.map(({ members }) => members));
  const kept = before?.sizes.filter(({ members }) => !measured.has(members)) ?? [];
  const sizes = [...kept, ...now.sizes].sort((a, b) => a.members - b.members);
  const live = now.live ?? before?.live;
  const api = now.api ?? before?.api;
  return { ...now, sizes, ...(live && { live }), ...(api && { api }) };
}

export function writeResults(results: Results): void {
  const rounded = (_: string, value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
  writeFileSync(resultsFile, `${JSON.stringify(results, rounded, 2)}\n`);
}
