import { describe, expect, it } from "vitest";
import { advantageOf, asking, aTarget, freshNoise, padded, type Target } from "./testing";

const others = 3000;
const everyAsk = 10_000;
/** Halves are rounded up, which the attacker knows: one number in a step of 50 is raised by 25. */
const roundedUp = 0.5;

/** Asks one question over and over and averages. */
async function averaging(victim: boolean, trial: number, asks: number, over: Partial<Target> = {}) {
  const ask = asking(aTarget(trial, { people: () => others + (victim ? 1 : 0), ...over }));
  const shown = new Set<number>();
  let sum = 0;
  for (let index = 0; index < asks; index += 1) {
    const answer = await ask(padded(0), "sharp");
    sum += answer.shown;
    shown.add(answer.shown);
  }
  return { in: sum / asks > others + 0.5 + roundedUp, different: shown.size };
}

describe("asking the same question ten thousand times", () => {
  it("tells nothing, because all answers are one", async () => {
    expect((await averaging(true, 0, everyAsk)).different).toBe(1);
    const advantage = await advantageOf(
      async (victim, trial) => (await averaging(victim, trial, 100)).in,
    );
    expect(Math.abs(advantage)).toBeLessThan(0.2);
  });

  it("would tell who is in if the noise were drawn again", async () => {
    const advantage = await advantageOf(async (victim, trial) => {
      const over = { noise: freshNoise(trial), table: null };
      return (await averaging(victim, trial, everyAsk, over)).in;
    }, 24);
    expect(advantage).toBeGreaterThan(0.45);
  });
});
