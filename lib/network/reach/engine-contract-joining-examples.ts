import { arbitraryToday } from "./arbitraries";
import { cooking, type Example, likes, moved, signal, works } from "./engine-contract-people";

/** Somebody with a number that nobody had. */
const joined = {
  type: "joined",
  member: 2,
  ageBand: "35-44",
  gender: "other",
  country: "BR",
  region: "BR-SP",
  language: "pt",
  device: "kaios",
  onSocial: false,
  day: arbitraryToday,
} as const;
const yes = {
  type: "consent",
  member: 2,
  purpose: "relevant_ads",
  recipient: "messenger",
  given: true,
} as const;
const active = { type: "active", member: 2 } as const;

/** Members who join, are active, move within a country, and companies of their own. */
export const joiningExamples: readonly Example[] = [
  {
    title: "who joins counts from their first yes on, and not before",
    question: {},
    changes: [joined, yes, { ...yes, given: false }, { ...yes }],
    people: [2, 2, 3, 2, 3],
  },
  {
    title: "who joins stands where they said",
    question: { regions: ["BR-SP"], languages: ["pt"], devices: ["kaios"], ageBands: ["35-44"] },
    changes: [joined, yes, { ...joined, country: "IN", region: null }],
    people: [0, 0, 1, 1],
  },
  {
    title: "a number far above the others may join as well",
    question: { genders: ["other"] },
    changes: [
      { ...joined, member: 200_000 },
      { ...yes, member: 200_000 },
      { type: "left", member: 200_000 },
    ],
    people: [0, 0, 1, 0],
  },
  {
    title: "a number that has left never joins again",
    question: {},
    changes: [joined, yes, { type: "left", member: 2 }, joined, yes],
    people: [2, 2, 3, 2, 2, 2],
  },
  {
    title: "what happened to a number before it joined is nothing",
    question: likes(cooking),
    changes: [
      { ...signal, member: 2, segment: cooking },
      yes,
      { type: "left", member: 2 },
      joined,
      yes,
      { ...signal, member: 2, segment: cooking },
    ],
    people: [1, 1, 1, 1, 1, 1, 2],
  },
  {
    title: "the last day of an activity window counts, the day after does not",
    question: { activeWithinDays: 30, devices: ["kaios"] },
    changes: [
      joined,
      yes,
      { ...active, day: arbitraryToday - 30 },
      { ...active, day: arbitraryToday - 31 },
      { ...active, day: arbitraryToday - 2_000 },
      { ...active, day: arbitraryToday },
    ],
    people: [0, 0, 1, 1, 0, 0, 1],
  },
  {
    title: "a last active day that has not come yet counts as active",
    question: { activeWithinDays: 7, devices: ["kaios"] },
    changes: [joined, yes, { ...active, day: arbitraryToday + 1 }, { ...active, day: 65_000 }],
    people: [0, 0, 1, 1, 1],
  },
  {
    title: "a move within the country keeps the region unless it says another",
    question: { regions: ["IN-MH"] },
    changes: [
      { ...moved, gender: "male" },
      { ...moved, region: "IN-KL" },
      { ...moved, region: "IN-MH" },
      { ...moved, region: null },
      { ...moved, country: "BR", region: "BR-SP" },
      { ...moved, region: "IN-MH" },
    ],
    people: [1, 1, 0, 1, 0, 0, 1],
  },
  {
    title: "a move may bring another language, in the same place too",
    question: { languages: ["ml"] },
    changes: [{ ...moved, language: "ml" }, moved, { ...moved, country: "BR", language: "pt" }],
    people: [0, 1, 1, 0],
  },
  {
    title: "a company that nobody worked with before finds its people",
    question: { with: [works({ company: "shop-of-ana", withinDays: 7 })] },
    changes: [
      {
        type: "company",
        member: 0,
        company: "shop-of-ana",
        kind: "conversation",
        day: arbitraryToday,
      },
      {
        type: "company",
        member: 0,
        company: "shop-of-ana",
        kind: "conversation",
        day: arbitraryToday - 8,
      },
      {
        type: "company",
        member: 0,
        company: "shop-of-ana",
        kind: "customer_list",
        day: arbitraryToday - 7,
      },
      { type: "company_removed", member: 0, company: "shop-of-ana" },
    ],
    people: [0, 1, 0, 1, 0],
  },
];
