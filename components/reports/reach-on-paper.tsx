import { formatShortDay } from "@/lib/format/date";
import { formatPeople } from "@/lib/format/people";
import type { Report, ReportDay } from "@/lib/reports/report";

const width = 640;
const height = 200;
const left = 44;
const right = 72;
const top = 8;
const bottom = 20;

interface ReachOnPaperProps {
  days: readonly ReportDay[];
  plan: Report["plan"]["days"];
}

/** The next round number above, so that three lines across say round numbers. */
function roundUp(people: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, people)));
  return Math.ceil((people / unit) * 2) * (unit / 2);
}

/** The cumulative curve as one drawing that needs no measuring, because a page that is printed is not measured again. */
export function ReachOnPaper({ days, plan }: ReachOnPaperProps) {
  const shown = days.filter(({ cumulative }) => !cumulative.hidden);
  const axis = [...new Set([...days, ...plan].map(({ day }) => day))].sort();
  const ticks = [0, 0.25, 0.5, 0.75, 1]
    .map((share) => axis[Math.round(share * (axis.length - 1))] ?? "")
    .filter((day, index, all) => day && all.indexOf(day) === index);
  const highest = roundUp(
    Math.max(1, ...shown.map(({ cumulative }) => cumulative.upper), ...plan.map((p) => p.people)),
  );
  const x = (day: string) =>
    left + (axis.indexOf(day) / Math.max(1, axis.length - 1)) * (width - left - right);
  const y = (people: number) => height - bottom - (people / highest) * (height - top - bottom);
  const line = (points: readonly (readonly [string, number])[]) =>
    points.map(([day, people]) => `${x(day).toFixed(1)},${y(people).toFixed(1)}`).join(" ");
  const settled = shown.filter(({ projected }) => !projected);
  const upper = shown.map(({ day, cumulative }) => [day, cumulative.upper] as const);
  const lower = shown.map(({ day, cumulative }) => [day, cumulative.lower] as const);
  const last = shown.at(-1);
  const planned = plan.at(-1);
  const close =
    last && planned && Math.abs(y(last.cumulative.shown) - y(planned.people)) < 12 ? 12 : 0;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="h-auto w-full" aria-hidden="true">
      {[0, highest / 2, highest].map((people) => (
        <g key={people}>
          <line x1={left} x2={width - right} y1={y(people)} y2={y(people)} stroke="var(--line)" />
          <text x={left - 6} y={y(people) + 4} textAnchor="end" fontSize="11" fill="var(--ink-2)">
            {formatPeople(people)}
          </text>
        </g>
      ))}
      {ticks.map((day) => (
        <text
          key={day}
          x={x(day)}
          y={height - 4}
          textAnchor="middle"
          fontSize="11"
          fill="var(--ink-2)"
        >
          {formatShortDay(day)}
        </text>
      ))}
      <polygon
        points={line([...upper, ...lower.reverse()])}
        fill="var(--chart-1)"
        fillOpacity="0.16"
      />
      <polyline
        points={line(plan.map(({ day, people }) => [day, people]))}
        fill="none"
        stroke="var(--ink-3)"
        strokeDasharray="6 4"
      />
      <polyline
        points={line(settled.map(({ day, cumulative }) => [day, cumulative.shown]))}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth="2"
      />
      {planned && (
        <text x={x(planned.day) + 6} y={y(planned.people) + 4 - close} fontSize="11">
          Plan
        </text>
      )}
      {last && (
        <text x={x(last.day) + 6} y={y(last.cumulative.shown) + 4} fontSize="11">
          Reached
        </text>
      )}
    </svg>
  );
}
