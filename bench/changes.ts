import type { MemberChange, ReachEngine } from "@/lib/network/reach/engine";
import { madeOn } from "./people";
import { summary, type Times, timed } from "./timing";
import { dice, eightQuestions } from "./workload";

/** From the change to an answer that knows it: the change and the next count of a question with two groups. */
export interface ChangeTimes {
  readonly withdrawal: Times;
  readonly signal: Times;
  readonly move: Times;
}

const each = 60;

/** Changes somebody at random and asks at once. */
export async function measureChanges(engine: ReachEngine, members: number): Promise<ChangeTimes> {
  const random = dice(11);
  const question = eightQuestions(random)[5];
  if (!question) throw new Error("The workload has eight questions.");
  const somebody = () => Math.floor(random() * members);
  const measure = async (change: (member: number) => MemberChange) => {
    const times: number[] = [];
    for (let i = 0; i < each; i += 1) {
      const one = change(somebody());
      const { ms } = await timed(async () => {
        await engine.apply(one);
        await engine.count(question);
      });
      times.push(ms);
    }
    return summary(times);
  };
  return {
    withdrawal: await measure((member) => ({
      type: "consent",
      member,
      purpose: "relevant_ads",
      recipient: "social",
      given: false,
    })),
    signal: await measure((member) => ({
      type: "signal",
      member,
      segment: "371",
      strength: 3,
      day: madeOn,
    })),
    move: await measure((member) => ({
      type: "moved",
      member,
      ageBand: "45-54",
      gender: "male",
      country: "BR",
      device: "ios",
      onSocial: true,
    })),
  };
}
