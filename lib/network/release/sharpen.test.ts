import { beforeEach, describe, expect, it } from "vitest";
import { exactCount } from "@/lib/network/reach/exact-count";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { standardWindows } from "./budget";
import { createRelease, type ReleaseParts } from "./create-release";
import { display } from "./display";
import { creditUnits } from "./ladder";
import { memoryReleaseTable } from "./memory-release-table";
import type { ReleaseTable } from "./release-table";
import { answered } from "./testing";

const by = { workspaceId: "agency" };
const now = new Date("2026-02-11T09:00:00Z");
const inCountry = (country: string): Expression => ({ ...everyone, countries: [country] });
const people = new Map([
  ["DE", 3000],
  ["PL", 9000],
  ["BR", 30_000],
  ["US", 400],
]);

let table: ReleaseTable;
beforeEach(() => {
  table = memoryReleaseTable();
});

const release = (over: Partial<ReleaseParts> = {}) =>
  createRelease({
    engine: {
      ...referenceEngine([], () => 0),
      count: async ({ countries: [country = ""] }) => exactCount(people.get(country) ?? 0),
    },
    table,
    key: "a key that only tests know",
    epochSalt: "first",
    countries: [...people.keys()],
    wallNow: () => now,
    networkNow: () => now,
    ...over,
  });

const credits = async () => {
  const spent = await table.spent(by.workspaceId, new Date(0));
  return spent.questions / creditUnits;
};

describe("asking for a sharper size", () => {
  it("goes one step further, for one credit once, and leaves the live answer as it was", async () => {
    const desk = release();
    const live = answered(await desk.count(by, inCountry("DE")));
    const before = await credits();
    const sharp = answered(await desk.count(by, inCountry("DE"), "sharp"));
    expect([live.sigma, sharp.sigma]).toEqual([100, 50]);
    expect(Math.abs(sharp.shown - 3000)).toBeLessThan(5 * 50 + sharp.step);
    expect(sharp.upper - sharp.lower).toBeLessThan(live.upper - live.lower);
    expect((await credits()) - before).toBeCloseTo(1, 6);
    expect(answered(await desk.count(by, inCountry("DE"), "sharp"))).toEqual(sharp);
    expect(answered(await desk.count(by, inCountry("DE")))).toEqual(live);
    expect((await credits()) - before).toBeCloseTo(1, 6);
  });

  it("takes the steps before it first, also when nobody asked for them", async () => {
    await release().count(by, inCountry("DE"), "sharp");
    expect(await credits()).toBeCloseTo(1.26, 4);
  });

  it("changes nothing, and costs nothing, where the live answer is exact enough", async () => {
    const desk = release();
    const live = answered(await desk.count(by, inCountry("BR")));
    const before = await credits();
    expect(answered(await desk.count(by, inCountry("BR"), "sharp"))).toEqual(live);
    expect(await credits()).toBe(before);
  });

  it("is part of the launch check only for an audience that is shown below 5,000", async () => {
    const desk = release();
    expect(answered(await desk.count(by, inCountry("PL"), "launch")).sigma).toBe(100);
    expect(answered(await desk.count(by, inCountry("DE"), "launch")).sigma).toBe(50);
    expect(display(1149, 50, "").launchable).toBe(false);
    expect(display(1150, 50, "").launchable).toBe(true);
  });

  it("looks the same whether the size is shown or hidden", async () => {
    const desk = release();
    const [shown, hidden] = await Promise.all(
      ["DE", "US"].map(async (country) =>
        answered(await desk.count(by, inCountry(country), "sharp")),
      ),
    );
    expect(hidden?.hidden).toBe(true);
    const shape = (count: unknown) =>
      Object.entries(count ?? {}).map(([name, value]) => [name, typeof value]);
    expect(shape(hidden)).toEqual(shape(shown));
  });

  it("is refused when the part for questions is spent, while a launch is checked on the part for reports", async () => {
    const windows = standardWindows.map((window) => ({ ...window, questions: creditUnits / 2 }));
    const desk = release({ windows });
    const live = answered(await desk.count(by, inCountry("DE")));
    expect(await desk.count(by, inCountry("DE"), "sharp")).toMatchObject({
      error: { code: "budget_spent" },
    });
    const launch = answered(await desk.count(by, inCountry("DE"), "launch"));
    expect([live.sigma, launch.sigma]).toEqual([100, 50]);
    // As launched, an audience is often narrower than it was estimated: by a company, by placements.
    expect(await desk.count(by, inCountry("PL"))).toMatchObject({ ok: false });
    expect(answered(await desk.count(by, inCountry("PL"), "launch")).launchable).toBe(true);
    expect(await table.spent(by.workspaceId, new Date(0))).toMatchObject({
      questions: 0.26 * creditUnits,
      reports: 1.26 * creditUnits,
    });
  });

  it("gives way to the live answer, or an older one, when a launch finds everything spent", async () => {
    const live = answered(await release().count(by, inCountry("DE")));
    const spent = { windows: [{ days: 7, questions: 0, unreserved: 0, total: 0 }] };
    expect(answered(await release(spent).count(by, inCountry("DE"), "launch"))).toEqual(live);
    const weekLater = new Date("2026-02-18T09:00:00Z");
    const later = release({ ...spent, wallNow: () => weekLater, networkNow: () => weekLater });
    expect(answered(await later.count(by, inCountry("DE"), "launch"))).toEqual(live);
    expect(await later.count(by, inCountry("PL"), "launch")).toMatchObject({ ok: false });
  });
});

describe("what everybody may ask together", () => {
  it("ends new questions for all workspaces, and no repeats", async () => {
    const desk = release({ cap: { days: 30, questions: 2, each: 2 } });
    const first = answered(await desk.count(by, inCountry("DE")));
    await desk.count({ workspaceId: "b" }, inCountry("BR"));
    expect(await desk.count({ workspaceId: "c" }, inCountry("PL"))).toMatchObject({
      error: { code: "budget_spent", message: expect.stringContaining("network") },
    });
    expect(answered(await desk.count({ workspaceId: "c" }, inCountry("DE")))).toEqual(first);
  });
});
