import { formatDateTime } from "@/lib/format/date";

export interface NetworkClock {
  /** Network time when the page was drawn, ISO 8601. */
  readonly now: string;
  /** How many times faster than the wall clock it runs. */
  readonly rate: number;
}

/** Campaigns run on the network's clock; where that clock is not the wall's, the frame says so, quietly. */
export function SimulatedTime({ now, rate }: NetworkClock) {
  if (rate === 1) return null;
  return (
    <p className="text-ink-3 text-xs">
      Simulated time: <time dateTime={now}>{formatDateTime(new Date(now), "UTC")}</time> UTC.
      Campaigns run {rate} times as fast.
    </p>
  );
}
