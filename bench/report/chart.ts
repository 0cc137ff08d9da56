import type { Results, SizeResult } from "../results";

interface Bar {
  readonly label: string;
  readonly median: number;
  readonly p95: number;
}

const width = 760;
const left = 150;
const right = 170;
const rowHeight = 26;
const headHeight = 44;
const gap = 18;

const barsOf = ({ ours, peers }: SizeResult): Bar[] => [
  { label: "Nod", median: ours.first.median, p95: ours.first.p95 },
  ...peers.map(({ name, questions }) => ({
    label: name,
    median: questions.median,
    p95: questions.p95,
  })),
];

const ms = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toString());

/**
 * Median and 95th percentile of each system on a logarithmic scale, one panel a population, as an SVG that follows the
 * reader's light or dark theme.
 */
export function chart({ sizes }: Results): string {
  const all = sizes.flatMap(barsOf).flatMap(({ median, p95 }) => [median, p95]);
  const low = Math.log10(Math.min(0.1, ...all));
  const high = Math.log10(Math.max(10, ...all));
  const x = (value: number) =>
    left + ((Math.log10(Math.max(value, 0.01)) - low) / (high - low)) * (width - left - right);

  let y = 30;
  const panels = sizes.map((size) => {
    const bars = barsOf(size);
    const top = y;
    y += headHeight + bars.length * rowHeight + gap;
    return panel(size, bars, top, x);
  });
  const powers = Array.from(
    { length: Math.floor(high) - Math.ceil(low) + 1 },
    (_, i) => 10 ** (Math.ceil(low) + i),
  );
  const grid = powers.map(
    (power) =>
      `<line class="grid" x1="${x(power)}" x2="${x(power)}" y1="26" y2="${y - gap}"/>` +
      `<text class="quiet" text-anchor="middle" x="${x(power)}" y="${y + 2}">${power} ms</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 14}" role="img" aria-labelledby="title">
<title id="title">Time to answer a question with all its breakdowns, shorter is better</title>
<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.quiet { fill: #59636e; font-size: 12px }
.head { font-weight: 600 }
.grid { stroke: #d1d9e0 }
.bar { fill: #8c959f }
.nod { fill: #0b7a53 }
.reach { stroke: #8c959f; stroke-width: 2 }
.reach.nod { stroke: #0b7a53 }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc }
.quiet { fill: #9198a1 }
.grid { stroke: #3d444d }
.nod { fill: #3fb68b }
.reach.nod { stroke: #3fb68b }
}
</style>
<text class="quiet" x="0" y="14">Bar: median. Line: 95th percentile. Logarithmic, shorter is better.</text>
${[...grid, ...panels].join("\n")}
</svg>
`;
}

function panel(
  { members }: SizeResult,
  bars: readonly Bar[],
  top: number,
  x: (value: number) => number,
): string {
  const rows = bars.map(({ label, median, p95 }, i) => {
    const middle = top + headHeight + i * rowHeight;
    const own = i === 0 ? " nod" : "";
    return [
      `<text x="0" y="${middle + 5}">${label}</text>`,
      `<rect class="bar${own}" x="${left}" y="${middle - 8}" width="${Math.max(1, x(median) - left)}" height="16" rx="2"/>`,
      `<line class="reach${own}" x1="${x(median)}" x2="${x(p95)}" y1="${middle}" y2="${middle}"/>`,
      `<text class="quiet" x="${x(p95) + 8}" y="${middle + 5}">${ms(median)} / ${ms(p95)} ms</text>`,
    ].join("");
  });
  const head = `<text class="head" x="0" y="${top + 20}">${members.toLocaleString("en")} members</text>`;
  return [head, ...rows].join("\n");
}
