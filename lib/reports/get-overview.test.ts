import { describe, expect, test } from "vitest";
import { getOverview } from "./get-overview";
import { aReportingWorld, launched, ran, september } from "./testing";

const ask = { clientId: "c1", ...september };

describe("One client at a glance", () => {
  test("shows reach with today's projection, the plan's line and what runs", async () => {
    const world = aReportingWorld();
    world.own.push(launched("1"), launched("2", { endDay: "2026-09-10" }));
    world.network.accounts.set("act_1", [
      ran("1", [0, 300_000], { until: "2026-09-29" }),
      ran("2", [0, 100_000], { until: "2026-09-10" }),
    ]);
    const overview = await getOverview(world.manager, { ...ask, until: "2026-09-30" });
    if (!overview.ok) throw new Error(overview.error.message);
    const { chart, total, running, planned, everRan } = overview.value;
    expect(total.reach.shown).toBe(300_000);
    expect(chart.at(-1)).toMatchObject({ day: "2026-09-29", projected: true });
    expect(planned.days).toHaveLength(30);
    expect(running.map(({ facts }) => facts.name)).toEqual(["Campaign 1"]);
    expect(everRan).toBe(true);
  });

  test("of a client that never ran anything says so", async () => {
    const overview = await getOverview(aReportingWorld().manager, ask);
    expect(overview).toMatchObject({
      ok: true,
      value: { everRan: false, chart: expect.any(Array) },
    });
  });

  test("of days to come is empty, not refused", async () => {
    const { manager } = aReportingWorld();
    const overview = await getOverview(manager, {
      clientId: "c1",
      since: "2027-01-01",
      until: "2027-01-31",
    });
    expect(overview).toMatchObject({ ok: true, value: { settled: null, chart: [] } });
  });

  test("is not found for another agency, and open to a viewer", async () => {
    const { stranger, viewer, harbourOnly } = aReportingWorld();
    for (const ctx of [stranger, harbourOnly]) {
      expect(await getOverview(ctx, ask)).toMatchObject({ error: { code: "not_found" } });
    }
    expect((await getOverview(viewer, ask)).ok).toBe(true);
  });

  test("says when the network is silent, and which field of the days is wrong", async () => {
    const world = aReportingWorld();
    world.network.silent.add("act_1");
    expect(await getOverview(world.manager, ask)).toMatchObject({
      error: { code: "unavailable" },
    });
    expect(await getOverview(world.manager, { ...ask, until: "2026" })).toMatchObject({
      error: { code: "invalid", fields: { until: expect.any(String) } },
    });
  });
});
