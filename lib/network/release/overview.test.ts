import { describe, expect, it } from "vitest";
import { hashText } from "@/lib/network/population/random";
import { aMember } from "@/lib/network/population/testing";
import { peopleIn } from "@/lib/network/reach/exact-count";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { referenceOverview } from "@/lib/network/reach/reference-overview";
import { rhoOfOverview } from "./accounting";
import { memoryReleaseTable } from "./memory-release-table";
import { createNoise } from "./noise";
import { type OverviewParts, overviewRho, releaseOverview } from "./overview";
import { segmentSize } from "./segment-size";

const today = 20_500;
const members = Array.from({ length: 40 }, (_, number) => aMember({ number }));

function parts(over: Partial<OverviewParts> = {}): OverviewParts {
  return {
    engine: {
      ...referenceEngine(members, () => today),
      overview: async (ask) => referenceOverview(members, ask, today),
    },
    table: memoryReleaseTable(),
    noise: (epoch, kind, canonical) => (hashText(epoch + kind + canonical) % 301) - 150,
    epochSalt: "test",
    wallNow: () => new Date("2026-11-20T10:00:00Z"),
    networkNow: () => new Date("2026-11-20T10:00:00Z"),
    breathe: async () => {},
    ...over,
  };
}

describe("the month's overview of the network", () => {
  it("is released once: whoever reads it this month reads the same numbers, and the engine is not asked again", async () => {
    const table = memoryReleaseTable();
    const first = await releaseOverview(parts({ table }));
    const engine = {
      ...parts().engine,
      overview: () => Promise.reject(new Error("Asked again.")),
    };
    const later = new Date("2026-11-29T10:00:00Z");
    expect(await releaseOverview(parts({ table, engine, wallNow: () => later }))).toEqual(first);
  });

  it("draws new noise when a month begins or a backup was restored", async () => {
    const { totals } = await releaseOverview(parts());
    const december = parts({ wallNow: () => new Date("2026-12-01T00:00:00Z") });
    expect((await releaseOverview(december)).totals).not.toEqual(totals);
    expect((await releaseOverview(parts({ epochSalt: "restored" }))).totals).not.toEqual(totals);
  });

  it("says of every number what is true give or take its noise", async () => {
    const silent = await releaseOverview(parts({ noise: () => 0 }));
    const noise = createNoise(Buffer.from("a key that only tests know"));
    const loud = await releaseOverview(parts({ noise }));
    const ask = {
      segments: silent.segments,
      mostSegments: 95,
      branches: silent.branches,
      mostBranches: 10,
    };
    const exact = referenceOverview(members, ask, today);
    expect(silent.people).toBe(members.length);
    expect(silent.totals).toEqual(exact.totals.map(peopleIn));
    expect(silent.byCountry).toEqual(exact.byCountry.flat().map(peopleIn));
    expect(silent.byAge).toEqual(exact.byAge.flat().map(peopleIn));
    expect(silent.pairs).toEqual(exact.pairs.map(peopleIn));
    const errors = loud.byCountry.map((value, i) => value - (silent.byCountry[i] ?? 0));
    const deviation = Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length);
    expect(deviation).toBeGreaterThan(95);
    expect(deviation).toBeLessThan(101);
  });

  it("tells no more about one person than the accounting says of it", () => {
    expect(overviewRho).toBeLessThanOrEqual(rhoOfOverview);
    expect(overviewRho).toBeGreaterThan(0.98 * rhoOfOverview);
  });

  it("shows a small segment as fewer than 1,000, like any other number", async () => {
    const overview = await releaseOverview(parts({ noise: () => 0 }));
    expect(segmentSize(overview, overview.segments[5] ?? "")).toMatchObject({ hidden: true });
    expect(segmentSize(overview, "no such segment")).toBeNull();
  });
});
