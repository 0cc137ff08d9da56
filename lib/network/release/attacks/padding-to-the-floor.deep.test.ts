import { describe, expect, it } from "vitest";
import type { ReleasedCount } from "../released";
import { type Ask, advantageOf, asking, aTarget, padded } from "./testing";

/** Own accounts up to one below the edge: with the victim the audience lies on it. */
async function padding(
  edge: number,
  seen: (answer: ReleasedCount) => boolean,
  victim: boolean,
  trial: number,
  through: (ask: Ask, people: () => number) => Ask = (ask) => ask,
) {
  const people = () => edge - 1 + (victim ? 1 : 0);
  const ask = through(asking(aTarget(trial, { people })), people);
  return seen(await ask(padded(0), "launch"));
}

/** Floor and launch gate on the true number. */
const gatedByTruth =
  (ask: Ask, people: () => number): Ask =>
  async (question, precision) => ({
    ...(await ask(question, precision)),
    hidden: people() < 1000,
    launchable: people() >= 1150,
  });

describe.each([
  ["the floor", 1000, (answer: ReleasedCount) => !answer.hidden],
  ["the launch gate", 1150, (answer: ReleasedCount) => answer.launchable],
])("padding an audience to one below %s with own accounts", (_, edge, seen) => {
  it("tells nothing, because the noisy number decides", async () => {
    const advantage = await advantageOf((victim, trial) => padding(edge, seen, victim, trial));
    expect(Math.abs(advantage)).toBeLessThan(0.25);
  });

  it("would tell who is in if the true number decided", async () => {
    const advantage = await advantageOf((victim, trial) =>
      padding(edge, seen, victim, trial, gatedByTruth),
    );
    expect(advantage).toBe(1);
  });

  it("lets an audience of fewer than 1,000 be launched about once in a thousand times at most", async () => {
    let launched = 0;
    for (let trial = 0; trial < 3000; trial += 1) {
      if (await padding(1000, ({ launchable }) => launchable, false, trial)) launched += 1;
    }
    // Expected 3000 x 0.13 % = 4; 15 would be exceeded by chance once in 100,000 times.
    expect(launched).toBeLessThanOrEqual(15);
  });
});
