import { describe, expect, it } from "vitest";
import { exactCount } from "@/lib/network/reach/exact-count";
import { climb, costOf, costOfLadder, pacingLadder, questionLadder, reportLadder } from "./ladder";

const noNoise = () => 0;

describe("going down the ladder", () => {
  it("stops where the value just released is large enough", () => {
    const stepOf = (people: number) => climb(exactCount(people), questionLadder, noNoise).step;
    expect([60_000, 50_000, 49_999, 15_000, 14_999, 3000].map(stepOf)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("pays for the steps that were looked at, and skips one that could not have stopped it", () => {
    const costFor = (people: number) => climb(exactCount(people), questionLadder, noNoise).cost;
    expect(costFor(20_000)).toBe(costOf(500) + costOf(150));
    expect(costFor(13_000)).toBe(costOf(500) + costOf(150) + costOf(100));
    expect(costFor(11_999)).toBe(costOf(500) + costOf(100));
    expect(costFor(13_000)).toBe(costOfLadder(questionLadder));
  });

  it("skips nothing where the next step is the last, as for reports", () => {
    expect(climb(exactCount(3000), reportLadder, noNoise)).toEqual({
      value: 3000,
      step: 1,
      cost: costOfLadder(reportLadder),
    });
  });

  it("goes on by released values alone: the same values, the same steps, whatever the true size", () => {
    const drawing = (value: number) => (people: number) =>
      climb(exactCount(people), pacingLadder, () => value - people);
    for (const value of [900, 4999, 5000, 11_999, 12_000, 14_999, 15_000, 80_000]) {
      const one = drawing(value)(0);
      expect(drawing(value)(1)).toEqual(one);
      expect(drawing(value)(100_000)).toEqual(one);
    }
  });

  it("never costs more than the whole ladder, which is what a budget must have room for", () => {
    for (let people = 0; people < 100_000; people += 499) {
      for (const ladder of [questionLadder, pacingLadder]) {
        const { cost } = climb(exactCount(people), ladder, (step) => (step % 2 ? 400 : -400));
        expect(cost).toBeLessThanOrEqual(costOfLadder(ladder));
      }
    }
  });
});
