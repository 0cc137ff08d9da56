import { beforeEach, describe, expect, it } from "vitest";
import { exactCount } from "@/lib/network/reach/exact-count";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease, type ReleaseParts } from "./create-release";
import { memoryReleaseTable } from "./memory-release-table";
import type { Release } from "./release";
import { answered } from "./testing";

const by = { workspaceId: "agency" };
const now = new Date("2026-02-11T09:00:00Z");
const audience: Expression = { ...everyone, countries: ["BR"] };

let people: number;
let counted: number;
beforeEach(() => {
  people = 30_000;
  counted = 0;
});

const paced = async (desk: Release, period = "2026-02", asker = by) =>
  answered(await desk.pacingSize(asker, period, audience));

const release = (over: Partial<ReleaseParts> = {}) =>
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
    countries: ["BR"],
    wallNow: () => now,
    networkNow: () => now,
    ...over,
  });

describe("the size that ads are paced by", () => {
  it("is one and the same for whoever asks in a month, so that many ad sets learn no more than one", async () => {
    const table = memoryReleaseTable();
    const pace = (workspaceId: string, period = "2026-02") =>
      paced(release({ table }), period, { workspaceId });
    const first = await pace("agency");
    people = 90_000;
    expect(await pace("agency")).toEqual(first);
    expect(await pace("other")).toEqual(first);
    expect(counted).toBe(1);
    expect((await pace("agency", "2026-03")).shown).toBeGreaterThan(80_000);
  });

  it("has a part of the budget that neither questions nor reports can take", async () => {
    const windows = [{ days: 7, questions: 0, unreserved: 0, total: 20_000 }];
    const desk = release({ windows });
    expect((await desk.count(by, audience)).ok).toBe(false);
    expect((await desk.count(by, audience, "launch")).ok).toBe(false);
    expect(Math.abs((await paced(desk)).shown - 30_000)).toBeLessThan(1500);
  });

  it("is for whoever reads a report paid like a report, so that reading leaves running ads their part", async () => {
    const windows = [{ days: 7, questions: 0, unreserved: 0, total: 20_000 }];
    const desk = release({ windows });
    const read = () => desk.pacingSize(by, "2026-02", audience, "report");
    expect(await read()).toMatchObject({ ok: false, error: { code: "budget_spent" } });
    const size = await paced(desk);
    expect(answered(await read())).toEqual(size);
  });

  it("stays the newest that there is of the audience when even that part is spent, so that nothing stops", async () => {
    const table = memoryReleaseTable();
    const first = await paced(release({ table }));
    const spent = release({ table, windows: [{ days: 7, questions: 0, unreserved: 0, total: 0 }] });
    expect(await paced(spent, "2026-03")).toEqual(first);
    expect(await paced(spent, "2026-W10")).toEqual(first);
    const other = await spent.pacingSize({ workspaceId: "other" }, "2026-03", audience);
    expect(other.ok ? null : other.error.code).toBe("budget_spent");
  });

  it("is the estimate of an audience that was never paced when that part is spent", async () => {
    const table = memoryReleaseTable();
    const estimate = answered(await release({ table }).count(by, audience));
    const spent = release({ table, windows: [{ days: 7, questions: 0, unreserved: 0, total: 0 }] });
    expect(await paced(spent)).toEqual(estimate);
  });

  it("has new noise when a restored backup forgot it", async () => {
    people = 3_000;
    const sizes = await Promise.all(
      ["first", "first", "second", "third"].map((epochSalt) => paced(release({ epochSalt }))),
    );
    const [a, b, ...others] = sizes.map(({ shown }) => shown);
    expect(b).toBe(a);
    expect(others.some((other) => other !== a)).toBe(true);
  });

  it("goes as far as the launch check for a small audience", async () => {
    people = 3_000;
    expect((await paced(release())).sigma).toBe(50);
    people = 9_000;
    expect((await paced(release())).sigma).toBe(100);
  });
});
