import { beforeEach, describe, expect, it } from "vitest";
import { exactCount } from "@/lib/network/reach/exact-count";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease } from "./create-release";
import { memoryReleaseTable } from "./memory-release-table";
import { answered } from "./testing";

const by = { workspaceId: "agency" };
const inCountry = (country: string): Expression => ({ ...everyone, countries: [country] });
let people: number;
let counted: number;
let wall: Date;
let network: Date;

/** Enough for one question about a small audience a week, not for two. */
const release = () =>
  createRelease({
    engine: {
      ...referenceEngine([], () => 0),
      count: async () => {
        counted += 1;
        return exactCount(people);
      },
    },
    table: memoryReleaseTable(),
    key: "a key that only tests know",
    epochSalt: "first",
    countries: ["DE", "US"],
    wallNow: () => wall,
    networkNow: () => network,
    windows: [{ days: 7, questions: 5_000, unreserved: 12_500, total: 12_500 }],
  });

beforeEach(() => {
  people = 3_000;
  counted = 0;
  wall = new Date("2026-02-11T09:00:00Z");
  network = new Date("2026-02-11T09:00:00Z");
});

describe("a spent budget", () => {
  it("leaves answers of earlier weeks, with their date, and refuses what was never asked", async () => {
    const desk = release();
    const before = answered(await desk.count(by, inCountry("DE")));
    wall = new Date("2026-02-17T09:00:00Z");
    network = new Date("2026-02-17T09:00:00Z");
    expect(answered(await desk.count(by, inCountry("DE")))).toEqual(before);
    const fresh = await desk.count(by, inCountry("US"));
    expect(fresh.ok ? null : fresh.error.code).toBe("budget_spent");
    const stranger = await desk.count({ workspaceId: "other" }, inCountry("US"));
    expect(stranger.ok).toBe(true);
  });

  it("gives new answers again as soon as there is budget", async () => {
    const desk = release();
    const before = answered(await desk.count(by, inCountry("DE")));
    wall = new Date("2026-02-17T09:00:00Z");
    network = new Date("2026-02-17T09:00:00Z");
    await desk.count(by, inCountry("DE"));
    network = new Date("2026-02-19T09:00:00Z");
    const after = answered(await desk.count(by, inCountry("DE")));
    expect(after.asOf).not.toBe(before.asOf);
  });

  it("refuses a cheap answer like a dear one, so that the refusal says nothing of the size", async () => {
    const desk = release();
    await desk.count(by, inCountry("DE"));
    for (const [country, size] of [
      ["US", 400],
      ["BR", 3_000_000],
    ] as const) {
      people = size;
      const refused = await desk.count(by, inCountry(country));
      expect(refused.ok ? null : refused.error.code).toBe("budget_spent");
    }
    expect(await desk.left(by)).toBe(0);
  });

  it("looks at nobody any more for whoever was refused, so that a refusal takes no time that depends on people", async () => {
    const desk = release();
    await desk.count(by, inCountry("DE"));
    await desk.count(by, inCountry("US"));
    const before = counted;
    await desk.count(by, inCountry("BR"));
    await desk.share(by, inCountry("US"), inCountry("BR"));
    expect(counted).toBe(before + 2);
    network = new Date("2026-02-19T09:00:00Z");
    expect((await desk.count(by, inCountry("BR"))).ok).toBe(true);
  });
});
