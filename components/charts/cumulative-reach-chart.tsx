"use client";

import dynamic from "next/dynamic";
import { ChartFrame } from "./chart-frame";
import { ChartSkeleton } from "./chart-skeleton";
import { type PlanPoint, type ReachPoint, reachRows } from "./cumulative-reach-rows";
import { CumulativeReachTable } from "./cumulative-reach-table";

const Plot = dynamic(
  () => import("./cumulative-reach-plot").then((module) => module.CumulativeReachPlot),
  { ssr: false, loading: ({ error }) => <ChartSkeleton height={240} failed={Boolean(error)} /> },
);

interface CumulativeReachChartProps {
  /** One a day, ascending; the open day is `projected`. */
  points: readonly ReachPoint[];
  /** What the money should have reached by each day. */
  plan?: readonly PlanPoint[];
  /** Its name: "People reached by Spring rides, day by day". */
  label: string;
}

/** Distinct people reached from the start on, with the range each number stands for, against the plan. */
export function CumulativeReachChart({ points, plan, label }: CumulativeReachChartProps) {
  const rows = reachRows(points, plan);
  const projected = points.some((point) => point.projected);
  return (
    <ChartFrame
      label={label}
      table={<CumulativeReachTable rows={rows} caption={label} />}
      note={`Shaded: the range each number stands for.${projected ? " Dotted: today so far, projected." : ""}`}
    >
      <Plot rows={rows} height={240} />
    </ChartFrame>
  );
}
