import type { Expression } from "@/lib/network/reach/expression";
import { dice, edited, eightQuestions } from "./workload";

export interface Asked {
  /** 0-7: how far the question has grown. */
  readonly step: number;
  readonly question: Expression;
  /** The same after one more click. */
  readonly edited: Expression;
}

/** The questions of some rounds; every system is asked the same ones in the same order. */
export function questionsOf(rounds: number): readonly Asked[] {
  const random = dice(7);
  return Array.from({ length: rounds }, () =>
    eightQuestions(random).map((question, step) => ({
      step,
      question,
      edited: edited(question, random),
    })),
  ).flat();
}
