import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type ExactCount, exactCount } from "@/lib/network/reach/exact-count";
import type { ReleasedCount } from "./released";

/** Where a true number of people may be handled at all. */
const inside = [
  "lib/network/reach/",
  "lib/network/release/",
  "lib/server/engines/",
  // Engines of a replay and of a simulation: they know sizes and no people.
  "scripts/credits/paper-engine.ts",
  "scripts/privacy-simulate.ts",
];
const isTest = (file: string) => /(\.test\.tsx?|testing\.ts|contract[\w-]*\.ts)$/.test(file);

const sources = ["app", "components", "lib", "scripts", "proxy.ts", "instrumentation.ts"].flatMap(
  filesIn,
);

function filesIn(entry: string): string[] {
  try {
    if (/\.tsx?$/.test(entry)) return [readFileSync(entry) && entry];
    return readdirSync(entry, { recursive: true, encoding: "utf8" })
      .map((file) => path.posix.join(entry, file))
      .filter((file) => /\.tsx?$/.test(file));
  } catch {
    return [];
  }
}

const naming = (pattern: RegExp, allowed: (file: string) => boolean) =>
  sources.filter((file) => !allowed(file) && pattern.test(readFileSync(file, "utf8")));

describe("the one exit for numbers about people", () => {
  it("is the only place where a released count is made", () => {
    const makers = naming(/\bas\s+(unknown\s+as\s+)?Released(Count|Part)\b/, isTest);
    expect(makers).toEqual(["lib/network/release/display.ts"]);
  });

  it("is, with the engines, the only place that opens an exact count", () => {
    const allowed = (file: string) =>
      isTest(file) || inside.some((start) => file.startsWith(start));
    expect(naming(/\b(peopleIn|exactCount|ExactCount|ExactCell)\b/, allowed)).toEqual([]);
  });

  it("is not bypassed by asking the engine from a page, a route or the ad API", () => {
    const asks = /\bengine\s*\.\s*(count|cells|cellsOfSets|overlap|union)\s*\(/;
    const allowed = (file: string) =>
      isTest(file) || inside.some((start) => file.startsWith(start));
    expect(naming(asks, allowed)).toEqual([]);
  });

  it("has no way round it in a route, an action, a page or a component: none asks the engine anything", () => {
    const outside = sources.filter((file) => /^(app|components)\//.test(file) && !isTest(file));
    const routes = outside.filter((file) => /\/route\.tsx?$/.test(file));
    const actions = outside.filter((file) =>
      /^["']use server["']/m.test(readFileSync(file, "utf8")),
    );
    expect(routes.length).toBeGreaterThanOrEqual(15);
    expect(actions.length).toBeGreaterThanOrEqual(8);
    const asks = /\bengine\s*(\?\.|\.)\s*(?!name\b)\w+|\bReachEngine\b|\bReleaseTable\b/;
    expect(outside.filter((file) => asks.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  it("is not bypassed by taking the engine apart, by its size, or by reading what is stored", () => {
    const allowed = (file: string) =>
      isTest(file) || inside.some((start) => file.startsWith(start));
    const apart =
      /\{[^{}]*\b(count|cells|overlap|union|overview|size)\b[^{}]*\}\s*=\s*(await\s+)?[\w.()]*[eE]ngine\b/;
    expect(naming(apart, allowed)).toEqual([]);
    expect(naming(/\bengine\s*\.\s*(overview|size)\s*\(/, allowed)).toEqual([]);
    const stores = (file: string) => allowed(file) || /^(lib\/server|scripts\/tests)\//.test(file);
    expect(naming(/\breleaseTable\(|\breleaseCharge\b/, stores)).toEqual([]);
  });

  it("is held shut by the compiler", () => {
    const exact: ExactCount = exactCount(1234);
    // @ts-expect-error A view takes numbers, and an exact count is none.
    const shown: number = exact;
    // @ts-expect-error Nor is it a released count.
    const released: ReleasedCount = exact;
    // @ts-expect-error Adding up exact counts gives nothing that could leave either.
    const sum = exact + exact;
    expect([shown, released, sum]).toHaveLength(3);
  });
});
