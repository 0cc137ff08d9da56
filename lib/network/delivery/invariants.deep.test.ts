import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopleIn } from "@/lib/network/reach/exact-count";
import { decodeMembers } from "@/lib/network/reach/member-set";
import type { ReachedDay } from "@/lib/network/release/release";
import { askAll as ask, someStage } from "./some-stage-testing";
import type { Stage } from "./testing";

const unionOf = async (stage: Stage, days: readonly ReachedDay[]) =>
  (await stage.engine.union(days.map(({ reached }) => reached))).map(peopleIn).at(-1) ?? 0;

describe("whatever campaigns run", () => {
  it("reach grows over time and no row exceeds it, near the truth, in days as in weeks", async () => {
    await fc.assert(
      fc.asyncProperty(someStage, async (stage) => {
        const rows = await stage.start().insights(ask);
        for (const [index, { reach, cumulativeReach }] of rows.entries()) {
          const before = rows[index - 1]?.cumulativeReach.shown ?? 0;
          expect(cumulativeReach.shown).toBeGreaterThanOrEqual(before);
          expect(reach.shown).toBeLessThanOrEqual(cumulativeReach.shown);
        }
        const last = rows.at(-1)?.cumulativeReach;
        const truth = await unionOf(stage, await stage.settled.listReached({}));
        const shown = last?.hidden === false ? last.shown : Math.min(truth, 1000);
        expect(Math.abs(shown - truth)).toBeLessThan(6 * 150);
        const weekly = await stage.start().insights({ ...ask, increment: 7 });
        expect(weekly.at(-1)?.cumulativeReach).toEqual(last);
      }),
      { numRuns: 25 },
    );
  });

  it("people are counted once: a union is at most the sum, and never more than the audience", async () => {
    await fc.assert(
      fc.asyncProperty(someStage, async (stage) => {
        await stage.start().settle({});
        const days = await stage.settled.listReached({});
        const sum = days.reduce(
          (total, { reached }) => total + [...decodeMembers(reached)].length,
          0,
        );
        expect(await unionOf(stage, days)).toBeLessThanOrEqual(sum);
        for (const { adSetId, expression } of stage.flights) {
          const own = days.filter((day) => day.adSetId === adSetId);
          const audience = peopleIn(await stage.engine.count(expression));
          expect(await unionOf(stage, own)).toBeLessThanOrEqual(audience);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("what was settled stays when people are erased and the server restarts", async () => {
    await fc.assert(
      fc.asyncProperty(someStage, async (stage) => {
        const rows = await stage.start().insights(ask);
        const numbers = await stage.settled.list({});
        for (const { reached } of (await stage.settled.listReached({})).slice(0, 3)) {
          const [member] = decodeMembers(reached);
          if (member === undefined) continue;
          await stage.engine.apply({ type: "left", member });
          await stage.start().erase([member]);
          const left = await stage.settled.listReached({});
          expect(left.some((day) => [...decodeMembers(day.reached)].includes(member))).toBe(false);
        }
        expect(await stage.start().insights(ask)).toEqual(rows);
        expect(await stage.settled.list({})).toEqual(numbers);
      }),
      { numRuns: 15 },
    );
  });
});
