import { describe, expect, it } from "vitest";
import { planWorkers, shortOfMemory } from "./plan-workers";

const gib = 2 ** 30;

describe("how many workers hold the members", () => {
  it("leaves one core to the event loop", () => {
    expect(planWorkers(10_000_000, 8).workers).toBe(7);
    expect(planWorkers(10_000_000, 2).workers).toBe(1);
  });

  it("starts one where there is one core", () => {
    expect(planWorkers(10_000_000, 1).workers).toBe(1);
    expect(planWorkers(0, 1).workers).toBe(1);
  });

  it("does not split people who answer faster together", () => {
    expect(planWorkers(150_000, 16).workers).toBe(2);
    expect(planWorkers(0, 16).workers).toBe(1);
  });

  it("takes more workers than cores before an instance outgrows its 4 GiB", () => {
    for (const members of [31_000_000, 100_000_000, 500_000_000]) {
      const { workers, loadingAtOnce } = planWorkers(members, 2);
      expect((members / workers) * 90).toBeLessThan(3 * gib);
      expect(loadingAtOnce).toBe(2);
    }
  });

  it("does as it is told", () => {
    expect(planWorkers(10_000_000, 2, 5).workers).toBe(5);
  });
});

describe("whether the members fit into memory", () => {
  it("needs more while members are made than afterwards", () => {
    const { servingBytes, loadingBytes } = planWorkers(100_000_000, 2);
    expect(loadingBytes).toBeGreaterThan(servingBytes);
    expect(servingBytes / gib).toBeCloseTo(10.4, 1);
  });

  it("says what is needed, what is free and what to do", () => {
    const { loadingBytes } = planWorkers(100_000_000, 2);
    expect(shortOfMemory(100_000_000, loadingBytes, 4 * gib)).toMatch(
      /^100,000,000 members need 16\.2 GiB of memory and 4\.0 GiB are free: set NOD_MEMBERS lower/,
    );
    expect(shortOfMemory(100_000_000, loadingBytes, 20 * gib)).toBeNull();
  });

  it("lets the usual two million start on a small machine", () => {
    const { loadingBytes } = planWorkers(2_000_000, 2);
    expect(shortOfMemory(2_000_000, loadingBytes, gib)).toBeNull();
  });
});
