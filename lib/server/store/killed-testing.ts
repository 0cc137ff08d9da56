import { exactCount } from "@/lib/network/reach/exact-count";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease } from "@/lib/network/release/create-release";
import type { Release } from "@/lib/network/release/release";
import type { ReleaseTable } from "@/lib/network/release/release-table";

const now = new Date("2026-02-11T09:00:00Z");

export const aNumberedQuestion = (index: number): Expression => ({
  ...everyone,
  with: [{ company: `${index}`, kind: null, withinDays: null }],
});

/** Over an engine that says something else every time it is asked, so that only a kept answer is the same twice. */
export const releaseForKilling = (table: ReleaseTable): Release =>
  createRelease({
    engine: {
      ...referenceEngine([], () => 0),
      count: async () => exactCount(100_000 + Math.floor(Math.random() * 1_000_000)),
    },
    table,
    key: "a key that only tests know",
    epochSalt: "first",
    countries: [],
    wallNow: () => now,
    networkNow: () => now,
    windows: [],
  });
