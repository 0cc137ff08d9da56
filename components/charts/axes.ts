import { formatShortDay } from "@/lib/format/date";

const tick = { fill: "var(--ink-3)", fontSize: 12 };

/** Days along the bottom of every chart. */
export const dayAxis = {
  dataKey: "day",
  tickFormatter: formatShortDay,
  tick,
  tickLine: false,
  axisLine: { stroke: "var(--line-strong)" },
  minTickGap: 32,
};

/** Numbers at the left; the chart says how they are written. */
export const valueAxis = { tick, tickLine: false, axisLine: false, width: 48 };
