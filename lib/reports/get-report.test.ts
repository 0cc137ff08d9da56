import { describe, expect, test } from "vitest";
import { getReport } from "./get-report";
import { report as reportSchema } from "./report";
import { aReportingWorld, launched, ran, september } from "./testing";

function twoCampaigns() {
  const world = aReportingWorld();
  world.own.push(launched("1", { name: "Spring" }), launched("2", { name: "Commute" }));
  world.network.accounts.set("act_1", [ran("1", [0, 300_000]), ran("2", [200_000, 420_000])]);
  return world;
}

async function reportOf(world = twoCampaigns(), input = { clientId: "c1", ...september }) {
  const report = await getReport(world.manager, input);
  if (!report.ok) throw new Error(report.error.message);
  return report.value;
}

describe("A client's report", () => {
  test("answers in one sentence: people, how often, money and plan", async () => {
    expect((await reportOf()).headline).toBe(
      "Lakeside Cycles reached 412K–428K people in four weeks, 69.3 times each, for EUR 5,600: 100% of plan.",
    );
  });

  test("counts people who saw two campaigns once", async () => {
    const report = await reportOf();
    expect(report.campaigns.map(({ numbers }) => numbers.reach.shown)).toEqual([300_000, 220_000]);
    expect(report.total.reach.shown).toBe(420_000);
  });

  test("explains why the rows are more than the total by who saw exactly which", async () => {
    const { overlap } = await reportOf();
    expect(overlap?.cells.map(({ campaigns, range }) => [campaigns, range.shown])).toEqual([
      [[0], 200_000],
      [[0, 1], 100_000],
      [[1], 120_000],
    ]);
  });

  test("stands without the overlap when the network will not compare", async () => {
    const world = twoCampaigns();
    world.network.overlapRefused = true;
    expect((await reportOf(world)).overlap).toBeNull();
  });

  test("shows in each week only people who are new in it", async () => {
    const world = aReportingWorld();
    world.network.accounts.set("act_1", [
      ran("1", [0, 50_000], { until: "2026-09-07" }),
      ran("2", [20_000, 90_000], { since: "2026-09-08", until: "2026-09-14" }),
      ran("3", [0, 30_000], { since: "2026-09-15", until: "2026-09-28" }),
    ]);
    const { weeks } = await reportOf(world);
    expect(weeks.map(({ newPeople }) => newPeople)).toEqual([50_000, 40_000, null, null]);
    expect(weeks.map(({ numbers }) => numbers.reach.shown)).toEqual([
      50_000, 70_000, 30_000, 30_000,
    ]);
  });

  test("says fewer than 1,000 and computes nothing from it", async () => {
    const world = aReportingWorld();
    world.own.push(launched("1"));
    world.network.accounts.set("act_1", [ran("1", [0, 400])]);
    const report = await reportOf(world);
    expect(report.total).toMatchObject({ frequency: null, clicks: null, impressions: 22_400 });
    expect(report.headline).toContain("reached fewer than 1,000 people in four weeks, for EUR");
    expect(report.weeks.every(({ newPeople }) => newPeople === null)).toBe(true);
    expect(report.plan.reachPeople).toBeNull();
    expect(report.overlap).toBeNull();
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  });

  test("compares with as many days before, and claims no change that the ranges leave open", async () => {
    const world = aReportingWorld();
    world.network.accounts.set("act_1", [
      ran("0", [0, 298_000], { since: "2026-08-04", until: "2026-08-31", spendMinor: 5_000 }),
      ran("1", [0, 300_000]),
    ]);
    const report = await reportOf(world);
    expect(report.before).toEqual({ since: "2026-08-04", until: "2026-08-31" });
    expect(report.changed[0]).toBe("About as many people as before: 294K–306K against 292K–304K.");
    expect(report.changed[1]).toBe("100% more spend: EUR 2,800 against EUR 1,400.");
    expect(report.why[0]).toContain("99% more than before");
  });

  test("of a month that still runs is compared with as many days of the month before", async () => {
    const world = twoCampaigns();
    world.network.accounts.set("act_1", [ran("1", [0, 9_000], { until: "2026-09-29" })]);
    const report = await reportOf(world, {
      clientId: "c1",
      since: "2026-09-01",
      until: "2026-09-30",
    });
    expect(report.settledUntil).toBe("2026-09-28");
    expect(report.before).toEqual({ since: "2026-08-01", until: "2026-08-28" });
    expect(report.days.filter(({ projected }) => projected).map(({ day }) => day)).toEqual([
      "2026-09-29",
    ]);
    expect(report.plan.days.at(-1)?.day).toBe("2026-09-30");
  });

  test("of days without ads says so in words and without a number", async () => {
    const report = await reportOf(aReportingWorld());
    expect(report.headline).toBe("No ads of Lakeside Cycles ran in four weeks.");
    expect(report.totalBefore).toBeNull();
  });

  test("measures spend against what was planned by the last closed day", async () => {
    const world = aReportingWorld();
    world.own.push(launched("1", { startDay: "2026-09-15", dailyMinor: 20_000 }));
    world.network.accounts.set("act_1", [ran("1", [0, 90_000], { since: "2026-09-15" })]);
    const { plan, campaigns, next } = await reportOf(world);
    expect(plan).toMatchObject({ spendToDateMinor: 280_000, spentMinor: 140_000, pace: 0.5 });
    expect(campaigns[0]?.pace).toBe(0.5);
    expect(plan.reachPeople).toBeGreaterThan(90_000);
    expect(next).toContain("Widen the audience or lower the budget of Campaign 1.");
  });

  test("keeps a day without ads: nobody new, nobody gone", async () => {
    const world = aReportingWorld();
    world.network.accounts.set("act_1", [ran("1", [0, 9_000], { until: "2026-09-20" })]);
    const { days } = await reportOf(world);
    expect(days).toHaveLength(28);
    expect(days.at(-1)).toMatchObject({ spendMinor: 0, cumulative: { shown: 9_000 } });
    expect(days.at(-1)?.day).toBe("2026-09-28");
  });

  test("names the limit that holds a slow campaign", async () => {
    const world = aReportingWorld();
    const capped = launched("1", { dailyMinor: 40_000 });
    world.own.push({ ...capped, plan: { ...capped.plan, maxFrequency: { times: 1, days: 7 } } });
    world.network.accounts.set("act_1", [ran("1", [0, 9_000])]);
    const { why, next } = await reportOf(world);
    expect(why).toContain(
      "Campaign 1 spent 25% of what was planned: nobody is shown it more than once in 7 days.",
    );
    expect(next[0]).toContain("allow more ads per person");
  });

  test("holds a campaign to the reach its forecast promised", async () => {
    const world = aReportingWorld();
    const people = { shown: 500_000, lower: 480_000, upper: 520_000, step: 5_000, hidden: false };
    const curve = [{ spendMinor: 280_000, impressions: 700_000, reach: 350_000 }];
    world.own.push(launched("1", { forecast: { people, curve } }));
    world.network.accounts.set("act_1", [ran("1", [0, 300_000])]);
    expect((await reportOf(world)).campaigns[0]?.plannedPeople).toBe(350_000);
  });

  test("keeps campaigns that were made elsewhere, without a plan", async () => {
    const world = aReportingWorld();
    world.network.accounts.set("act_1", [ran("7", [0, 5_000], { name: "By hand" })]);
    const { campaigns, plan } = await reportOf(world);
    expect(campaigns[0]).toMatchObject({ name: "By hand", campaignId: null, pace: null });
    expect(plan).toMatchObject({ pace: null, campaignsWithoutPlan: 1 });
  });

  test("says in words whom each campaign was for", async () => {
    expect((await reportOf()).campaigns[0]?.audience).toBe("People in Germany who like Cycling.");
  });

  test("always carries its method", async () => {
    const terms = (await reportOf()).method.map(({ term }) => term);
    expect(terms).toContain("Who is counted");
    expect(terms).toContain("Reach never adds up");
    expect((await reportOf()).method.at(-1)?.text).toContain("in Europe/Berlin, all days closed");
  });

  test("can be frozen and read again as it was", async () => {
    const report = await reportOf();
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });
});

describe("A report is refused", () => {
  const ask = (over: Partial<{ clientId: string; since: string; until: string }>) => ({
    clientId: "c1",
    ...september,
    ...over,
  });

  test("for another agency's client, which is not found", async () => {
    const { stranger, manager } = twoCampaigns();
    for (const [ctx, clientId] of [
      [stranger, "c1"],
      [manager, "c9"],
    ] as const) {
      expect(await getReport(ctx, ask({ clientId }))).toMatchObject({
        ok: false,
        error: { code: "not_found" },
      });
    }
  });

  test("to somebody whose grant is for another client", async () => {
    const { harbourOnly } = twoCampaigns();
    expect(await getReport(harbourOnly, ask({}))).toMatchObject({ error: { code: "not_found" } });
  });

  test("with a sentence beside the field for days that cannot be", async () => {
    const { manager } = twoCampaigns();
    for (const [over, field] of [
      [{ since: "September" }, "since"],
      [{ until: "2026-02-31" }, "until"],
      [{ since: "2026-09-29" }, "until"],
      [{ since: "2024-01-01" }, "since"],
      [{ since: "2027-01-01", until: "2027-01-02" }, "since"],
    ] as const) {
      const answer = await getReport(manager, ask(over));
      expect(answer).toMatchObject({ ok: false, error: { code: "invalid" } });
      expect(Object.keys((!answer.ok && answer.error.fields) || {})).toEqual([field]);
    }
  });

  test("while the network is silent, with an id to quote", async () => {
    const world = twoCampaigns();
    world.network.silent.add("act_1");
    const answer = await getReport(world.manager, ask({}));
    expect(answer).toMatchObject({ ok: false, error: { code: "unavailable" } });
    expect(!answer.ok && answer.error.message).toContain("T9");
  });

  test("to nobody who may view: a viewer reads it too", async () => {
    const { viewer } = twoCampaigns();
    expect((await getReport(viewer, ask({}))).ok).toBe(true);
  });
});
