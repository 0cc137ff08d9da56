import { describe, expect, it } from "vitest";
import { epochOf } from "../epoch";
import { advantageOf, asking, aTarget, monday, padded, type Target } from "./testing";

const weekMs = 7 * 86_400_000;
const mostPads = 55;

/**
 * Asks before and after one person joins, each time adding own accounts one by one until the shown number jumps:
 * with equal noise it jumps one account sooner when the person joined.
 */
async function watching(
  victim: boolean,
  trial: number,
  { weekly = false, over }: { weekly?: boolean; over?: (target: Target) => Partial<Target> } = {},
) {
  let [pads, joined, weeks] = [0, false, 0];
  const target = aTarget(trial, {
    people: () => 3000 + pads + (joined && victim ? 1 : 0),
    wallNow: () => new Date(monday.getTime() + weeks * weekMs),
  });
  const ask = asking({ ...target, ...over?.(target) });
  const jump = async (): Promise<number> => {
    let before: number | null = null;
    for (pads = 0; pads < mostPads; pads += 1) {
      const { shown } = await ask(padded(0));
      if (weekly) weeks += 1;
      if (before !== null && shown !== before) return pads;
      before = shown;
    }
    return mostPads;
  };
  const first = await jump();
  joined = true;
  const second = await jump();
  return second === first - 1;
}

const withoutEpoch = ({ noise }: Target): Partial<Target> => ({
  noise: (_epoch, kind, canonical, sigma) =>
    noise(epochOf(monday, "always the same"), kind, canonical, sigma),
});

describe("asking before and after one person joins", () => {
  it("tells nothing within a week, because the first answer stays", async () => {
    expect(await advantageOf((victim, trial) => watching(victim, trial), 100)).toBe(0);
  });

  it("tells nothing from week to week, because each has its own noise", async () => {
    const advantage = await advantageOf(
      (victim, trial) => watching(victim, trial, { weekly: true }),
      100,
    );
    expect(Math.abs(advantage)).toBeLessThan(0.25);
  });

  it("would tell if answers were not kept", async () => {
    const advantage = await advantageOf(
      (victim, trial) => watching(victim, trial, { over: () => ({ table: null }) }),
      100,
    );
    expect(advantage).toBeGreaterThan(0.9);
  });

  it("would tell if the noise did not change with the week", async () => {
    const advantage = await advantageOf(
      (victim, trial) => watching(victim, trial, { weekly: true, over: withoutEpoch }),
      100,
    );
    expect(advantage).toBeGreaterThan(0.9);
  });
});
