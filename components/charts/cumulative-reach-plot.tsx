"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatPeople } from "@/lib/format/people";
import { dayAxis, valueAxis } from "./axes";
import type { ReachRow } from "./cumulative-reach-rows";
import { CumulativeReachTip } from "./cumulative-reach-tip";
import { endLabel } from "./end-label";

/** The drawing; loaded when it is needed, with Recharts. */
export function CumulativeReachPlot({
  rows,
  height,
}: {
  rows: readonly ReachRow[];
  height: number;
}) {
  const last = (key: "settled" | "projected" | "plan") =>
    rows.findLastIndex((row) => row[key] !== null);
  const settledEnd = last("settled");
  const projectedEnd = last("projected");
  const planEnd = last("plan");
  const planDown = awayFrom(rows, planEnd, Math.max(settledEnd, projectedEnd));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={[...rows]}
        margin={{ top: 12, right: 84, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis {...dayAxis} />
        <YAxis {...valueAxis} tickFormatter={formatPeople} tickCount={4} />
        <Tooltip
          content={({ active, payload }) =>
            active ? <CumulativeReachTip row={payload[0]?.payload as ReachRow | undefined} /> : null
          }
          cursor={{ stroke: "var(--line-strong)" }}
          isAnimationActive={false}
        />
        <Area
          dataKey="band"
          stroke="none"
          fill="var(--chart-1)"
          fillOpacity={0.16}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="plan"
          stroke="var(--ink-3)"
          strokeDasharray="6 4"
          strokeWidth={1.5}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          label={endLabel(planEnd, "Plan", "var(--ink-2)", { down: planDown })}
        />
        <Line
          dataKey="settled"
          stroke="var(--chart-1)"
          strokeWidth={2}
          dot={rows.length === 1}
          isAnimationActive={false}
          label={endLabel(projectedEnd < 0 ? settledEnd : -1, "Reached", "var(--chart-1)", {
            inside: settledEnd < rows.length - 1,
          })}
        />
        <Line
          dataKey="projected"
          stroke="var(--chart-1)"
          strokeWidth={2}
          strokeDasharray="2 4"
          dot={false}
          isAnimationActive={false}
          label={endLabel(projectedEnd, "Reached", "var(--chart-1)", {
            inside: projectedEnd < rows.length - 1,
          })}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** How far the plan's word moves so that it does not stand on the other line's word. */
function awayFrom(rows: readonly ReachRow[], planEnd: number, reachedEnd: number): number {
  const plan = rows[planEnd]?.plan ?? null;
  const reached = rows[reachedEnd]?.projected ?? rows[reachedEnd]?.settled ?? null;
  if (plan === null || reached === null || planEnd - reachedEnd > rows.length / 8) return 0;
  const highest = Math.max(
    ...rows.map(({ band, plan: planned }) => Math.max(band?.[1] ?? 0, planned ?? 0)),
  );
  if (Math.abs(plan - reached) > highest * 0.07) return 0;
  return plan >= reached ? -12 : 12;
}
