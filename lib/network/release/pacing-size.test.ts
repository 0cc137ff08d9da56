import { beforeEach, describe, expect, it } from "vitest";
import { exactCount } from "@/lib/network/reach/exact-count";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease, type ReleaseParts } from "./create-release";
import { memoryReleaseTable } from "./memory-release-table";

const by = { workspaceId: "agency" };
const now = new Date("2026-02-11T09:00:00Z");
const audience: Expression = { ...everyone, countries: ["BR"] };

let people: number;
let counted: number;
beforeEach(() => {
  people = 30_000;
  counted = 0;
});

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
      release({ table }).pacingSize({ workspaceId }, period, audience);
    const first = await pace("agency");
    people = 90_000;
    expect(await pace("agency")).toEqual(first);
    expect(await pace("other")).toEqual(first);
    expect(counted).toBe(1);
    expect((await pace("agency", "2026-03")).shown).toBeGreaterThan(80_000);
  });

  it("is given also when no budget is left", async () => {
    const desk = release({ windows: [{ days: 7, questions: 0, total: 0 }] });
    const size = await desk.pacingSize(by, "2026-02", audience);
    expect(Math.abs(size.shown - 30_000)).toBeLessThan(1500);
  });

  it("has new noise when a restored backup forgot it", async () => {
    people = 3_000;
    const sizes = await Promise.all(
      ["first", "first", "second", "third"].map((epochSalt) =>
        release({ epochSalt }).pacingSize(by, "2026-02", audience),
      ),
    );
    const [a, b, ...others] = sizes.map(({ shown }) => shown);
    expect(b).toBe(a);
    expect(others.some((other) => other !== a)).toBe(true);
  });

  it("goes as far as the launch check for a small audience", async () => {
    people = 3_000;
    expect((await release().pacingSize(by, "2026-02", audience)).sigma).toBe(50);
    people = 9_000;
    expect((await release().pacingSize(by, "2026-02", audience)).sigma).toBe(100);
  });
});
