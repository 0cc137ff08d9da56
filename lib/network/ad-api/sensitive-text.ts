/**
 * Words that name people by what no segment may stand for, with the category they suggest. A short list on purpose: it
 * catches what is said plainly, and leaves everyday words (fit, church street, party) alone.
 */
const suggestions: readonly { readonly about: string; readonly words: readonly string[] }[] = [
  {
    about: "health",
    words: [
      "diabet\\w*",
      "cancer",
      "depress(?:ion|ed)",
      "hiv",
      "aids patients?",
      "addict(?:s|ion)?",
      "alcoholi(?:cs?|sm)",
      "pregnan(?:t|cy)",
      "infertil\\w*",
      "disab(?:led|ilit\\w*)",
      "autis\\w*",
      "adhd",
      "dementia",
      "obes(?:e|ity)",
      "patients?",
      "anxiety",
      "arthritis",
      "asthma\\w*",
      "menopaus\\w*",
      "erectile\\w*",
      "mental health",
      "ill people",
    ],
  },
  {
    about: "financial hardship",
    words: [
      "bankrupt\\w*",
      "in debt",
      "debts?",
      "debtors?",
      "indebted",
      "payday loans?",
      "overdrawn",
      "insolven\\w*",
      "low credit",
      "bad credit",
      "can ?not pay",
      "poor people",
      "unemployed",
      "foreclos\\w*",
      "evict\\w*",
    ],
  },
  {
    about: "religion",
    words: [
      "muslims?",
      "christians",
      "jews",
      "jewish",
      "hindus",
      "buddhists",
      "sikhs",
      "catholics",
      "protestants",
      "atheists?",
      "believers",
    ],
  },
  {
    about: "political opinions",
    words: [
      "left-?wing\\w*",
      "right-?wing\\w*",
      "(?:swing |undecided )?voters?",
      "communists?",
      "far-?(?:left|right)",
    ],
  },
  {
    about: "ethnic origin",
    words: [
      "black people",
      "white people",
      "hispanics?",
      "latin[oa]s",
      "roma people",
      "immigrants?",
      "refugees?",
    ],
  },
  {
    about: "sexual orientation",
    words: ["gay", "gays", "lesbians?", "bisexuals?", "transgender", "queer", "lgbt\\w*"],
  },
  {
    about: "criminal proceedings",
    words: ["convicts?", "ex-?cons?", "felons?", "prisoners?", "on bail"],
  },
  { about: "bereavement", words: ["widow(?:s|ers?|ed)?", "bereaved", "mourn(?:ing|ers)"] },
];

const patterns = suggestions.map(({ about, words }) => ({
  about,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "iu"),
}));

/** Which forbidden category a text suggests, in words ("health"); null: none that the list knows. */
export function suggestedCategory(text: string): string | null {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "");
  return patterns.find(({ pattern }) => pattern.test(plain))?.about ?? null;
}
