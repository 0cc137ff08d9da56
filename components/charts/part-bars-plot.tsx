"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatShare } from "@/lib/format/share";
import { valueAxis } from "./axes";
import type { PartBar } from "./part-bars";

interface PlotProps {
  parts: readonly PartBar[];
  upright: boolean;
  height: number;
}

/** The drawing; loaded when it is needed, with Recharts. */
export function PartBarsPlot({ parts, upright, height }: PlotProps) {
  const { width, ...axis } = valueAxis;
  const shares = { ...axis, tickFormatter: formatShare, tickCount: 4 };
  const names = {
    dataKey: "name",
    tick: valueAxis.tick,
    tickLine: false,
    axisLine: { stroke: "var(--line-strong)" },
    interval: 0,
  } as const;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={[...parts]}
        layout={upright ? "horizontal" : "vertical"}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
        barCategoryGap="20%"
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={!upright} horizontal={upright} stroke="var(--line)" />
        {upright ? (
          <>
            <XAxis type="category" {...names} />
            <YAxis type="number" {...shares} width={width} />
          </>
        ) : (
          <>
            <XAxis type="number" {...shares} />
            <YAxis type="category" {...names} width={104} />
          </>
        )}
        <Tooltip
          cursor={{ fill: "var(--sunken)" }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const part = payload[0]?.payload as PartBar | undefined;
            if (!active || !part) return null;
            return (
              <div className="rounded-sm border border-line-strong bg-surface px-2 py-1 text-sm">
                <p className="font-medium">{part.name}</p>
                <p>{part.said}</p>
              </div>
            );
          }}
        />
        <Bar dataKey="share" fill="var(--chart-1)" isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}
