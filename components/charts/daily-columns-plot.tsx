"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatDay } from "@/lib/format/date";
import { dayAxis, valueAxis } from "./axes";
import type { DailyValue } from "./daily-columns";

interface PlotProps {
  days: readonly DailyValue[];
  format: (value: number) => string;
  height: number;
}

/** The drawing; loaded when it is needed, with Recharts. */
export function DailyColumnsPlot({ days, format, height }: PlotProps) {
  const rows = days.map((day) => ({
    ...day,
    settled: day.projected ? null : day.value,
    today: day.projected ? day.value : null,
  }));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={rows}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="20%"
        accessibilityLayer={false}
      >
        <defs>
          <pattern id="today" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill="var(--chart-1)" opacity="0.25" />
            <path d="M0 6 6 0" stroke="var(--chart-1)" strokeWidth="1.5" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis {...dayAxis} />
        <YAxis {...valueAxis} tickFormatter={format} tickCount={3} />
        <Tooltip
          cursor={{ fill: "var(--sunken)" }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const day = payload[0]?.payload as DailyValue | undefined;
            if (!active || !day) return null;
            return (
              <div className="rounded-sm border border-line-strong bg-surface px-2 py-1 text-sm">
                <p className="font-medium">{formatDay(day.day)}</p>
                <p>
                  {day.projected && "Today so far, projected: "}
                  {day.said}
                </p>
              </div>
            );
          }}
        />
        <Bar dataKey="settled" stackId="day" fill="var(--chart-1)" isAnimationActive={false} />
        <Bar dataKey="today" stackId="day" fill="url(#today)" isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}
