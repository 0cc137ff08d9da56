import type { ApiResult } from "../api/measure-api";
import type { DeliveryTimes } from "../live/measure-delivery";
import type { LiveResult, Results, SizeResult } from "../results";
import type { Times } from "../timing";

const ms = (value: number) =>
  value < 10 ? value.toFixed(2) : value < 1000 ? value.toFixed(0) : Math.round(value).toString();
const both = ({ median, p95 }: Times) => `${ms(median)} / ${ms(p95)}`;
const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20).toLocaleString("en")} MiB`;
const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`;
const times = (value: number) => `${value.toFixed(1)} x`;

type Row = readonly string[];

/** Columns as wide as their widest cell, the first one to the left. */
function aligned(rows: readonly Row[]): string {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, i) => Math.max(cell.length, most[i] ?? 0)),
    [],
  );
  const line = (row: Row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)));
  return rows.map((row) => line(row).join("   ").trimEnd()).join("\n");
}

function systems({ members, ours, peers }: SizeResult): string {
  const rows: Row[] = [
    ["", "median / p95, ms", "slower than here", "made in", "bytes a member"],
    [
      `Nod, embedded, ${ours.workers} worker${ours.workers === 1 ? "" : "s"}`,
      both(ours.first),
      "",
      seconds(ours.made),
      (ours.bytes / members).toFixed(1),
    ],
    ...peers.map(
      (peer): Row => [
        `${peer.name} (${peer.questions.asked} questions)`,
        both(peer.questions),
        `${times(peer.questions.median / peer.oursOnTheSame.median)} / ${times(peer.questions.p95 / peer.oursOnTheSame.p95)}`,
        seconds(peer.load),
        peer.bytes === null ? "" : (peer.bytes / members).toFixed(1),
      ],
    ),
  ];
  return aligned(rows);
}

function details({ ours, timesBandwidth }: SizeResult): string {
  const { changes, joins } = ours;
  return aligned([
    ...ours.steps.map((step, i): Row => [`question ${i + 1}`, `${both(step)} ms`]),
    ["all eight after one more click", `${both(ours.afterOneMoreClick)} ms`],
    ["a withdrawal and the next answer", `${both(changes.withdrawal)} ms`],
    ["a signal and the next answer", `${both(changes.signal)} ms`],
    ["a move to another cell and the next answer", `${both(changes.move)} ms`],
    ["overlap of six audiences", `${ms(joins.overlapOfSix)} ms`],
    [
      `${joins.delivery.days} days of delivery to ${joins.delivery.people.toLocaleString("en")}`,
      `${ms(joins.delivery.ms)} ms`,
    ],
    ["their union", `${ms(joins.union)} ms`],
    ["snapshot", mib(ours.snapshotBytes)],
    ["restart to the first answer", seconds(ours.restart)],
    ["time over what memory could read, the middle question", times(timesBandwidth)],
  ]);
}

const sizeReport = (size: SizeResult): string =>
  [
    `${size.members.toLocaleString("en")} members, count and five breakdowns, nothing left over from earlier questions`,
    systems(size),
    ...Object.entries(size.missing).map(([name, why]) => `${name}: not measured. ${why}`),
    details(size),
  ].join("\n\n");

function deliveryRows(times: DeliveryTimes): readonly Row[] {
  const of = `30 days of a campaign to ${times.people.toLocaleString("en")}`;
  return [
    [`${of}: closing them`, `${both(times.settle)} ms`],
    [`${of}: the first answer`, `${both(times.first)} ms`],
    [`${of}: both at once`, `${both(times.unsettled)} ms`],
    [`${of}: asked again`, `${both(times.again)} ms`],
    [`${of}: by age and gender, first`, `${both(times.byAgeAndGender)} ms`],
    [`${of}: by age and gender, again`, `${both(times.byAgeAndGenderAgain)} ms`],
  ];
}

export const liveReport = (live: LiveResult): string =>
  [
    `${live.members.toLocaleString("en")} members, through the database and the ad API`,
    aligned([
      ["a withdrawal: durable and out of the next count", `${both(live.withdrawal)} ms`],
      [`a new answer while one types (${live.alone.asked} answers)`, `${both(live.alone)} ms`],
      [
        `a new answer while ${live.clients} clients type (${live.answer.asked} answers)`,
        `${both(live.answer)} ms`,
      ],
      ["event loop delay of the server, 99th percentile", `${ms(live.eventLoopDelayP99)} ms`],
      ...(live.delivery ? deliveryRows(live.delivery) : []),
    ]),
  ].join("\n\n");

export function apiReport({ members, perSecond, ours, bare }: ApiResult): string {
  const row = (name: string, { median, p95, p99, failed, cpuPerCall }: ApiResult["ours"]): Row => [
    name,
    `median ${ms(median)}, 95 % ${ms(p95)}, 99 % ${ms(p99)} ms; ${cpuPerCall === null ? "?" : ms(cpuPerCall)} ms of processor a call; ${failed} failed`,
  ];
  return [
    `${members.toLocaleString("en")} members, ${perSecond} reads a second of the ad API over HTTP (${ours.asked} calls)`,
    aligned([
      row("the ad API", ours),
      row("a bare Next route handler", bare),
      ["ratio of the 99th percentiles", times(ours.p99 / bare.p99)],
    ]),
  ].join("\n\n");
}

export function report({ machine, node, sizes }: Results): string {
  const gb = (machine.readBandwidth / 1e6).toFixed(1);
  const head = `${machine.processor}, ${machine.cores} cores, ${mib(machine.memoryBytes)}, reads ${gb} GB/s on one thread; Node ${node}`;
  return [head, ...sizes.map(sizeReport)].join("\n\n\n");
}
