import type { AudienceOverlap } from "@/lib/ad-api/ad-api";
import { formatPeople, formatRange } from "@/lib/format/people";

interface OverlapUpsetProps {
  overlap: AudienceOverlap;
  names: readonly string[];
  /** The cells to draw, from left to right. */
  drawn: AudienceOverlap["cells"];
}

const letters = "ABCDEF";
const column = 44;
const row = 28;
const bars = 148;
const left = 28;

/**
 * An UpSet: one column a mix of audiences, a bar for exactly these people, dots for which. What only one audience has is drawn
 * in another colour than what several share; no circle, because circles cannot keep their areas.
 */
export function OverlapUpset({ overlap: { sizes }, names, drawn }: OverlapUpsetProps) {
  const most = Math.max(1, ...drawn.map(({ range }) => range.shown));
  const width = left + drawn.length * column;
  const height = bars + 12 + names.length * row;
  const rowAt = (place: number) => bars + 12 + place * row + row / 2;
  return (
    <div className="flex flex-col gap-3">
      <ul className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {names.map((name, place) => (
          <li key={`${letters[place]} ${name}`} className="flex min-w-0 gap-2">
            <span className="font-semibold">{letters[place]}</span>
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="whitespace-nowrap text-ink-2">
              {sizes[place] ? formatRange(sizes[place]) : ""}
            </span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-4 text-ink-2 text-xs">
        <Key colour="var(--chart-3)">only in one</Key>
        <Key colour="var(--chart-1)">in several</Key>
      </p>
      {/* Wider than a phone with many parts: then it scrolls, and the page does not. */}
      <div className="overflow-x-auto">
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          className="block"
        >
          {names.map((_, place) => (
            <g key={letters[place]}>
              {place % 2 === 0 && (
                <rect
                  y={rowAt(place) - row / 2}
                  width={width}
                  height={row}
                  rx="4"
                  fill="var(--sunken)"
                />
              )}
              <text x="8" y={rowAt(place) + 4} fontSize="12" fontWeight="600" fill="var(--ink)">
                {letters[place]}
              </text>
            </g>
          ))}
          {drawn.map(({ places, range }, index) => {
            const middle = left + index * column + column / 2;
            const tall = Math.max(2, (range.shown / most) * (bars - 20));
            const colour = places.length === 1 ? "var(--chart-3)" : "var(--chart-1)";
            const [first = 0, last = first] = [places[0], places.at(-1)];
            return (
              <g key={places.join()}>
                <text
                  x={middle}
                  y={bars - tall - 6}
                  fontSize="12"
                  textAnchor="middle"
                  fill="var(--ink-2)"
                >
                  {formatPeople(range.shown)}
                </text>
                <rect
                  x={middle - 11}
                  y={bars - tall}
                  width="22"
                  height={tall}
                  rx="2"
                  fill={colour}
                />
                <line
                  x1={middle}
                  x2={middle}
                  y1={rowAt(first)}
                  y2={rowAt(last)}
                  stroke={colour}
                  strokeWidth="2"
                />
                {names.map((_, place) => (
                  <circle
                    key={letters[place]}
                    cx={middle}
                    cy={rowAt(place)}
                    r="5"
                    fill={places.includes(place) ? colour : "var(--line-strong)"}
                    opacity={places.includes(place) ? 1 : 0.45}
                  />
                ))}
              </g>
            );
          })}
        </svg>
      </div>
    </div>
  );
}

function Key({ colour, children }: { colour: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5">
        <rect width="10" height="10" rx="2" fill={colour} />
      </svg>
      {children}
    </span>
  );
}
