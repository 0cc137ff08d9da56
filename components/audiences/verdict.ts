import type { Verdict } from "@/lib/ad-api/panel";

interface VerdictWords {
  readonly word: string;
  readonly meaning: string;
  readonly tone: "bad" | "warn" | "ok";
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  too_small: {
    word: "Too small",
    meaning: "A campaign needs more people than this.",
    tone: "bad",
  },
  narrow: {
    word: "Narrow",
    meaning: "A campaign can run, but it will deliver slowly.",
    tone: "warn",
  },
  good: { word: "Good size", meaning: "", tone: "ok" },
  broad: {
    word: "Very broad",
    meaning: "Nearly everyone fits: the rules leave out few.",
    tone: "warn",
  },
};
