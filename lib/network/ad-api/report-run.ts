import type { InsightAsk } from "./insight-ask";
import type { TableRow } from "./insight-table";
import type { AdObject } from "./store";

/** A report that is made while its reader waits or not; the states are Graph's words. */
export type RunState =
  | "Job Not Started"
  | "Job Started"
  | "Job Running"
  | "Job Completed"
  | "Job Failed";

/** What is kept of a run. Only this network writes it, so it is read as it was written. */
export interface RunData {
  readonly ask: InsightAsk;
  readonly async_status: RunState;
  readonly async_percent_completion: number;
  /** Network time, ISO 8601. */
  readonly time_completed?: string;
  readonly rows?: readonly Pick<TableRow, "key" | "data">[] | null;
  readonly summary?: Readonly<Record<string, unknown>>;
}

export const runData = ({ data }: Pick<AdObject, "data">): RunData => data as unknown as RunData;

const keptMs = 30 * 86_400_000;

/** A report is kept for 30 days of network time. */
export const isExpired = ({ createdTime }: Pick<AdObject, "createdTime">, now: Date): boolean =>
  now.getTime() - createdTime.getTime() > keptMs;

export const isOver = (run: Pick<AdObject, "data">): boolean => {
  const state = runData(run).async_status;
  return state === "Job Completed" || state === "Job Failed";
};
