import { expect, test } from "vitest";
import { type ReachPoint, reachRows } from "./cumulative-reach-rows";

const point = (day: string, shown: number, over: Partial<ReachPoint> = {}): ReachPoint => ({
  day,
  shown,
  lower: shown * 0.9,
  upper: shown * 1.1,
  projected: false,
  ...over,
});

test("today's projection starts where the settled people end", () => {
  const rows = reachRows([
    point("2026-09-01", 1000),
    point("2026-09-02", 2000),
    point("2026-09-03", 2500, { projected: true }),
  ]);
  expect(rows.map(({ settled }) => settled)).toEqual([1000, 2000, null]);
  expect(rows.map(({ projected }) => projected)).toEqual([null, 2000, 2500]);
});

test("days that are only planned stand after the days people were reached", () => {
  const rows = reachRows(
    [point("2026-09-01", 1000)],
    [
      { day: "2026-09-01", people: 1200 },
      { day: "2026-09-02", people: 2300 },
    ],
  );
  expect(rows.map(({ day, settled, plan }) => [day, settled, plan])).toEqual([
    ["2026-09-01", 1000, 1200],
    ["2026-09-02", null, 2300],
  ]);
});

test("a day on which no ads ran keeps the people reached before it", () => {
  const rows = reachRows(
    [point("2026-09-01", 1000), point("2026-09-04", 1500)],
    ["2026-09-02", "2026-09-03", "2026-09-05"].map((day) => ({ day, people: 900 })),
  );
  expect(rows.map(({ settled }) => settled)).toEqual([1000, 1000, 1000, 1500, null]);
});

test("too few people to say is no point on the line, never a zero", () => {
  const [row] = reachRows([point("2026-09-01", 0, { hidden: true, upper: 1000 })]);
  expect(row).toMatchObject({ settled: null, band: null });
});
