import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Expression } from "@/lib/network/reach/expression";
import { canonicalKey } from "../canonical";
import { createNoise, type Noise } from "../noise";
import { advantageOf, asking, aTarget, padded, padOf, type Target, withoutVictim } from "./testing";

const questions = 250;

/** The attacker knows how many others there are, and lays each question across the edge of a rounding step. */
const othersIn = (question: Expression): number => 3000 + 25 + 50 * (padOf(question) % 20);
const hasVictim = (question: Expression, victim: boolean) => victim && question.never.length === 0;

/** Asks each question with and without the victim: the victim is in if any two answers differ. */
async function comparing(
  victim: boolean,
  trial: number,
  over: (target: Target) => Partial<Target>,
) {
  const target = aTarget(trial, {
    people: (question) => othersIn(question) + (hasVictim(question, victim) ? 1 : 0),
  });
  const ask = asking({ ...target, ...over(target) });
  let differing = 0;
  for (let index = 0; index < questions; index += 1) {
    const [all, rest] = [await ask(padded(index)), await ask(withoutVictim(padded(index)))];
    if (all.shown !== rest.shown) differing += 1;
  }
  return differing;
}

/** By how many differing answers the attacker decides, learnt beforehand from trials whose outcome the attacker knows. */
async function bestRule(over: (target: Target, victim: boolean) => Partial<Target>) {
  const practice: { victim: boolean; differing: number }[] = [];
  for (let trial = 0; trial < 40; trial += 1) {
    const victim = trial % 2 === 0;
    const differing = await comparing(victim, 10_000 + trial, (target) => over(target, victim));
    practice.push({ victim, differing });
  }
  const rules = practice.flatMap(({ differing: limit }) => [
    (differing: number) => differing > limit,
    (differing: number) => differing < limit,
  ]);
  const score = (rule: (differing: number) => boolean) =>
    practice.reduce((sum, { victim, differing }) => sum + (rule(differing) === victim ? 1 : 0), 0);
  return rules.reduce(
    (best, rule) => (score(rule) > score(best) ? rule : best),
    () => false,
  );
}

async function advantage(over: (target: Target, victim: boolean) => Partial<Target>, trials = 100) {
  const says = await bestRule(over);
  return advantageOf(
    async (victim, trial) => says(await comparing(victim, trial, (target) => over(target, victim))),
    trials,
  );
}

/** Noise by who is in, not by what is asked. */
const keyedByMembers = (target: Target, victim: boolean): Partial<Target> => {
  let members = "";
  const noise: Noise = (epoch, kind, _canonical, sigma) =>
    target.noise(epoch, kind, createHash("sha256").update(members).digest("hex"), sigma);
  return {
    noise,
    people: (question) => {
      members = `pad ${padOf(question)}${hasVictim(question, victim) ? " and the victim" : ""}`;
      return target.people(question);
    },
  };
};

/** Noise by a form that leaves out what is excluded, and so stands for two questions. */
const keyedUnsoundly = (target: Target): Partial<Target> => {
  let loose = "";
  return {
    noise: (epoch, kind, _canonical, sigma) => target.noise(epoch, kind, loose, sigma),
    people: (question) => {
      loose = canonicalKey({ ...question, never: [] });
      return target.people(question);
    },
  };
};

describe("asking 250 padded questions with and without the victim", () => {
  it("tells nothing, because each question has noise of its own", async () => {
    expect(Math.abs(await advantage(() => ({}), 300))).toBeLessThan(0.2);
  });

  it("would tell who is in if noise went by who is in", async () => {
    expect(await advantage(keyedByMembers)).toBeGreaterThan(0.95);
  });

  it("would tell who is in if two questions shared a key", async () => {
    expect(await advantage(keyedUnsoundly)).toBeGreaterThan(0.95);
  });

  it("is not helped by any way to write a question: the same people are the same question", async () => {
    const noise = createNoise(Buffer.from("a key that only tests know"));
    const ask = asking(aTarget(0, { noise, people: () => 3000 }));
    const rule = { segment: "473", withinDays: 30, minStrength: 2 } as const;
    const stricter = { segment: "473", withinDays: 7, minStrength: 3 } as const;
    const plain = await ask({ ...padded(0), groups: [[rule]] });
    for (const groups of [[[rule, stricter]], [[rule], [rule, stricter]], [[stricter, rule], []]]) {
      expect(await ask({ ...padded(0), groups })).toEqual(plain);
    }
  });
});
