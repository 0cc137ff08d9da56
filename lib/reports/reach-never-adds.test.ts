import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Range } from "@/lib/ad-api/panel";
import { getReport } from "./get-report";
import { listClientsOverview } from "./list-clients-overview";
import { reportCsv } from "./report-csv";
import { aReportingWorld, launched, ran, september } from "./testing";

const people = fc
  .tuple(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 0, max: 200_000 }))
  .map(([from, size]): readonly [number, number] => [from, from + size]);
const campaigns = fc.array(
  fc.record({
    people,
    since: fc.constantFrom("2026-09-01", "2026-09-08", "2026-09-20"),
    until: fc.constantFrom("2026-09-20", "2026-09-28"),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Every value called reach, cumulative, total or range anywhere in what was answered. */
function rangesIn(value: unknown, found: Range[] = []): Range[] {
  if (typeof value !== "object" || value === null) return found;
  if ("hidden" in value && "shown" in value) found.push(value as Range);
  for (const inner of Object.values(value)) rangesIn(inner, found);
  return found;
}

describe("Reach never adds up", () => {
  test("a report's total is at most the sum of its rows and at least the largest, whoever overlaps whom", async () => {
    await fc.assert(
      fc.asyncProperty(campaigns, async (made) => {
        const world = aReportingWorld();
        world.own.push(...made.map((_, index) => launched(String(index))));
        world.network.accounts.set(
          "act_1",
          made.map((one, index) => ran(String(index), one.people, one)),
        );
        const answer = await getReport(world.manager, { clientId: "c1", ...september });
        if (!answer.ok) throw new Error(answer.error.message);
        const { total, campaigns: rows, weeks, days, overlap } = answer.value;

        const upper = rows.reduce((sum, { numbers }) => sum + numbers.reach.upper, 0);
        expect(total.reach.lower).toBeLessThanOrEqual(upper);
        for (const { numbers } of [...rows, ...weeks]) {
          expect(total.reach.shown).toBeGreaterThanOrEqual(numbers.reach.shown);
        }
        const settled = days.filter(({ projected }) => !projected);
        expect(settled.at(-1)?.cumulative).toEqual(total.reach);
        if (overlap) expect(overlap.total.shown).toBeLessThanOrEqual(total.reach.shown);
      }),
      { numRuns: 60 },
    );
  });

  test("every number of people shown is one that the network released for that very question", async () => {
    const world = aReportingWorld();
    const released = new Set<string>();
    const { adApi } = world.network;
    const watch = <T>(answer: T): T => {
      for (const one of rangesIn(answer)) released.add(JSON.stringify(one));
      return answer;
    };
    const watched = {
      ...adApi,
      insights: async (...asked: Parameters<typeof adApi.insights>) =>
        watch(await adApi.insights(...asked)),
      reachOverlap: async (...asked: Parameters<typeof adApi.reachOverlap>) =>
        watch(await adApi.reachOverlap(...asked)),
    };
    world.own.push(launched("1"), launched("2"), launched("3", { clientId: "c2" }));
    world.network.accounts.set("act_1", [ran("1", [0, 80_000]), ran("2", [50_000, 120_000])]);
    world.network.accounts.set("act_2", [ran("3", [0, 30_000])]);
    const ctx = { ...world.manager, adApi: watched };
    const report = await getReport(ctx, { clientId: "c1", ...september });
    const overview = await listClientsOverview(ctx, september);

    const shown = rangesIn([report, overview]);
    expect(shown.length).toBeGreaterThan(30);
    for (const one of shown) expect(released).toContain(JSON.stringify(one));
  });

  test("the file says that its total is not the sum of its rows", async () => {
    const world = aReportingWorld();
    world.network.accounts.set("act_1", [ran("1", [0, 80_000]), ran("2", [50_000, 120_000])]);
    const report = await getReport(world.manager, { clientId: "c1", ...september });
    if (!report.ok) throw new Error(report.error.message);
    const csv = reportCsv(report.value, { link: "", exportedAt: "" });
    const total = csv.split("\r\n").find((line) => line.includes("not the sum of the rows"));
    expect(total).toContain("120000");
    expect(csv).not.toContain("150000");
  });
});
