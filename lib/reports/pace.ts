export type PaceWord = "behind" | "on_pace" | "ahead";

const slowBelow = 0.85;
const fastAbove = 1.15;

/** Spend over plan in a word: on pace from 0.85 to 1.15. */
export function paceWord(pace: number): PaceWord {
  if (pace < slowBelow) return "behind";
  return pace > fastAbove ? "ahead" : "on_pace";
}
