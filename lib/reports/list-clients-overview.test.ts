import { describe, expect, test } from "vitest";
import { listClientsOverview } from "./list-clients-overview";
import { aReportingWorld, launched, ran, september } from "./testing";

function twoClients() {
  const world = aReportingWorld();
  world.own.push(launched("1"), launched("2", { clientId: "c2", dailyMinor: 25_000 }));
  world.network.accounts.set("act_1", [ran("1", [0, 300_000])]);
  world.network.accounts.set("act_2", [ran("2", [0, 90_000])]);
  return world;
}

async function overviewOf(world = twoClients(), ctx: typeof world.manager = world.manager) {
  const overview = await listClientsOverview(ctx, september);
  if (!overview.ok) throw new Error(overview.error.message);
  return overview.value;
}

describe("All clients at a glance", () => {
  test("the client farthest from its plan comes first, each in its own currency", async () => {
    const { clients } = await overviewOf();
    expect(clients.map(({ client, currency }) => [client, currency])).toEqual([
      ["Harbour", "JPY"],
      ["Lakeside Cycles", "EUR"],
    ]);
    expect(clients[1]).toMatchObject({ pace: 1, running: 1, total: { spendMinor: 280_000 } });
  });

  test("spending far too fast is as bad as far too slow; without a plan comes last", async () => {
    const world = twoClients();
    world.own.length = 0;
    world.own.push(launched("1", { dailyMinor: 4_000 }));
    const { clients } = await overviewOf(world);
    expect(clients.map(({ pace }) => pace)).toEqual([2.5, null]);
  });

  test("a client that cannot be read stands apart and breaks no other", async () => {
    for (const set of ["silent", "crashing"] as const) {
      const world = twoClients();
      world.network[set].add("act_2");
      const { clients, broken } = await overviewOf(world);
      expect(clients.map(({ client }) => client)).toEqual(["Lakeside Cycles"]);
      expect(broken).toMatchObject([{ clientId: "c2", client: "Harbour" }]);
      expect(broken[0]?.message).not.toContain("A bug");
    }
  });

  test("shows only clients that a grant covers, to a viewer too", async () => {
    const world = twoClients();
    const names = async (ctx: typeof world.manager) =>
      (await overviewOf(world, ctx)).clients.map(({ client }) => client);
    expect(await names(world.harbourOnly)).toEqual(["Harbour"]);
    expect(await names(world.viewer)).toHaveLength(2);
    expect(await names(world.stranger)).toEqual(["Lakeside Cycles"]);
    expect(
      (await overviewOf(world, world.stranger)).clients.map(({ clientId }) => clientId),
    ).toEqual(["c9"]);
  });

  test("tells somebody without any client whom to ask", async () => {
    const { nobody } = twoClients();
    expect(await listClientsOverview(nobody, september)).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
  });

  test("refuses days that cannot be", async () => {
    const { manager } = twoClients();
    const asked = { since: "2026-09-28", until: "2026-09-01" };
    expect(await listClientsOverview(manager, asked)).toMatchObject({
      ok: false,
      error: { code: "invalid" },
    });
  });
});

describe("What needs somebody", () => {
  const needsOf = async (world: ReturnType<typeof twoClients>) =>
    (await overviewOf(world)).clients
      .flatMap(({ needs }) => needs)
      .map(({ kind, campaign, fix }) => [kind, campaign, fix.opens]);

  test("is a slow campaign, a fast one, an ended one and a draft, the most urgent first", async () => {
    const world = aReportingWorld();
    world.own.push(
      launched("1", { state: "draft" }),
      launched("2", { endDay: "2026-09-27" }),
      launched("3", { dailyMinor: 20_000 }),
      launched("4", { dailyMinor: 5_000 }),
    );
    world.network.accounts.set("act_1", [
      ran("2", [0, 9_000], { until: "2026-09-27" }),
      ran("3", [0, 9_000]),
      ran("4", [0, 9_000]),
    ]);
    expect(await needsOf(world)).toEqual([
      ["slow", "Campaign 3", "campaign"],
      ["fast", "Campaign 4", "campaign"],
      ["ended", "Campaign 2", "report"],
      ["draft", "Campaign 1", "draft"],
    ]);
  });

  test("is a refused ad and a pause", async () => {
    const world = aReportingWorld();
    world.own.push(launched("1"), launched("2"));
    world.network.accounts.set("act_1", [
      ran("1", [0, 9_000], { status: "PAUSED" }),
      ran("2", [0, 9_000], { status: "DISAPPROVED" }),
    ]);
    expect(await needsOf(world)).toEqual([
      ["disapproved", "Campaign 2", "campaign"],
      ["paused", "Campaign 1", "campaign"],
    ]);
  });

  test("is a launch that was not finished", async () => {
    const world = aReportingWorld();
    world.own.push(launched("1", { state: "launching" }));
    expect(await needsOf(world)).toEqual([["half_launched", "Campaign 1", "campaign"]]);
  });

  test("is nothing at a client that is on plan, or whose campaign has run for two days", async () => {
    const world = twoClients();
    world.own.length = 0;
    world.own.push(
      launched("1"),
      launched("2", { clientId: "c2", startDay: "2026-09-27", dailyMinor: 90_000 }),
    );
    expect(await needsOf(world)).toEqual([]);
  });
});
