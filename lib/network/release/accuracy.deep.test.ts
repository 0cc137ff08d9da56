import { describe, expect, it } from "vitest";
import { exactCount } from "@/lib/network/reach/exact-count";
import { everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease } from "./create-release";
import { memoryReleaseTable } from "./memory-release-table";
import type { Precision } from "./release";
import { answered, median } from "./testing";

const now = new Date("2026-02-11T09:00:00Z");
const by = { workspaceId: "agency" };

/** Relative errors of sizes that lie evenly on a logarithmic scale, each asked as a question of its own. */
async function errors(from: number, to: number, questions: number, precision: Precision) {
  const found: number[] = [];
  for (let index = 0; index < questions; index += 1) {
    const people = Math.round(from * (to / from) ** ((index + 0.5) / questions));
    const release = createRelease({
      engine: { ...referenceEngine([], () => 0), count: async () => exactCount(people) },
      table: memoryReleaseTable(),
      key: "a key that only tests know",
      epochSalt: `question ${index}`,
      countries: ["DE"],
      wallNow: () => now,
      networkNow: () => now,
    });
    const { hidden, shown } = answered(await release.count(by, everyone, precision));
    found.push(hidden ? 1 : Math.abs(shown - people) / people);
  }
  return found;
}

describe("a size as it is shown", () => {
  it("is within 1 % of the truth at the median, from 10,000 people up, on every scale", async () => {
    for (const [from, to] of [
      [10_000, 31_623],
      [31_623, 100_000],
      [100_000, 1_000_000],
      [1_000_000, 100_000_000],
    ] as const) {
      expect(median(await errors(from, to, 2000, "live"))).toBeLessThan(0.01);
    }
  });

  it("is within 5 % between 1,000 and 2,000 people, and within 2.5 % when it is sharpened", async () => {
    const live = median(await errors(1000, 2000, 2000, "live"));
    const sharp = median(await errors(1000, 2000, 30_000, "sharp"));
    expect(live).toBeLessThan(0.05);
    expect(sharp).toBeLessThan(0.025);
    expect(sharp).toBeLessThan(live);
  });
});
