import { describe, expect, it } from "vitest";
import { planAfter } from "@/lib/network/delivery/settle-flight";
import { aFlight } from "@/lib/network/delivery/testing";
import { exactCount } from "@/lib/network/reach/exact-count";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { ok } from "@/lib/result";
import { createRelease } from "../create-release";
import { display } from "../display";
import { memoryReleaseTable } from "../memory-release-table";
import type { Release } from "../release";
import { advantageOf } from "./testing";

const others = 3000;
const day = "2026-03-03";
const now = new Date("2026-03-05T12:00:00Z");

/** One ad a person and more money than it can cost: impressions would be the audience, one by one. */
async function saturating(
  victim: boolean,
  trial: number,
  through: (release: Release, people: number) => Release = (release) => release,
) {
  const people = others + (victim ? 1 : 0);
  const release = createRelease({
    engine: { ...referenceEngine([], () => 0), count: async () => exactCount(people) },
    table: memoryReleaseTable(),
    key: `a key that only trial ${trial} knows`,
    epochSalt: "salt",
    countries: ["IN"],
    wallNow: () => now,
    networkNow: () => now,
  });
  const flight = aFlight({
    startsAt: new Date(`${day}T00:00:00+01:00`),
    budget: { kind: "daily", minor: 100_000_000 },
    maxFrequency: { times: 1, days: 7 },
  });
  const { planned } = await planAfter(through(release, people), flight, [day], [], now);
  const impressions = planned.reduce((sum, one) => sum + one.impressions, 0);
  return { impressions, says: impressions > others + 0.5 - (through === exactSize ? 0 : 400) };
}

/** Pacing by the true size, as if there were nothing to hide. */
const exactSize = (release: Release, people: number): Release => ({
  ...release,
  pacingSize: async () => ok({ ...display(people, 0, ""), shown: people, sigma: 0, step: 0 }),
});

describe("an ad set with one ad a person and money without end", () => {
  it("delivers surely less than one ad for everybody, and tells nothing", async () => {
    const advantage = await advantageOf(
      async (victim, trial) => (await saturating(victim, trial)).says,
    );
    expect(Math.abs(advantage)).toBeLessThan(0.25);
    const runs = await Promise.all(
      Array.from({ length: 200 }, (_, trial) => saturating(false, trial)),
    );
    expect(runs.every(({ impressions }) => impressions > 0)).toBe(true);
    expect(new Set(runs.map(({ impressions }) => impressions)).size).toBeGreaterThan(5);
    expect(runs.filter(({ impressions }) => impressions >= others).length).toBeLessThanOrEqual(3);
  });

  it("would count its audience to the last person if it were paced by the true size", async () => {
    const { impressions } = await saturating(true, 0, exactSize);
    expect(impressions).toBe(others + 1);
    const advantage = await advantageOf(
      async (victim, trial) => (await saturating(victim, trial, exactSize)).says,
    );
    expect(advantage).toBe(1);
  });
});
