import { arbitraryToday } from "./arbitraries";
import {
  alcohol,
  cooking,
  type Example,
  food,
  foodAllergies,
  likes,
  moved,
  signal,
} from "./engine-contract-people";

/** Interests and places. */
export const interestExamples: readonly Example[] = [
  {
    title: "a rule on a branch takes in its allowed descendants, not its restricted ones",
    question: likes(food),
    changes: [{ ...signal, member: 1, segment: food }],
    people: [1, 2],
  },
  {
    title: "a restricted segment is found when it is asked for itself",
    question: likes(alcohol),
    changes: [{ type: "signal_removed", member: 1, segment: alcohol }],
    people: [1, 0],
  },
  {
    title: "a member whose signals are cleared has none, and may get new ones",
    question: likes(food),
    changes: [
      { ...signal, segment: food },
      { type: "signals_cleared", member: 0 },
      { ...signal, segment: cooking },
    ],
    people: [1, 1, 0, 1],
  },
  {
    title: "a forbidden segment matches nobody and is never collected",
    question: likes(foodAllergies),
    changes: [{ ...signal, segment: foodAllergies }],
    people: [0, 0],
  },
  {
    title: "an unknown segment matches nobody",
    question: likes("999999"),
    changes: [{ ...signal, segment: "999999" }],
    people: [0, 0],
  },
  {
    title: "the last day of a freshness window counts, the day after does not",
    question: likes(cooking, { withinDays: 30 }),
    changes: [
      { ...signal, segment: cooking, day: arbitraryToday - 30 },
      { ...signal, segment: cooking, day: arbitraryToday - 31 },
    ],
    people: [0, 1, 0],
  },
  {
    title: "a signal is forgotten after 180 days",
    question: likes(cooking),
    changes: [
      { ...signal, segment: cooking, day: arbitraryToday - 180 },
      { ...signal, segment: cooking, day: arbitraryToday - 181 },
      { ...signal, segment: cooking, day: arbitraryToday - 300 },
    ],
    people: [1, 1, 0, 0],
  },
  {
    title: "a newer signal on a segment replaces the older one, its strength too",
    question: likes(cooking, { minStrength: 2 }),
    changes: [
      { ...signal, segment: cooking },
      { ...signal, segment: cooking, strength: 2 },
    ],
    people: [1, 0, 1],
  },
  {
    title: "excluding an interest leaves out who has it",
    question: { never: [{ segment: food, withinDays: 180, minStrength: 1 }] },
    changes: [{ ...signal, member: 1, segment: cooking }],
    people: [1, 0],
  },
  {
    title: "a group without rules is open",
    question: { groups: [[], []] },
    changes: [{ type: "left", member: 0 }],
    people: [2, 1],
  },
  {
    title: "a country and a region are either-or, and who moves abroad has no known region",
    question: { countries: ["BR"], regions: ["IN-MH"] },
    changes: [
      { ...moved, device: "ios" },
      { ...moved, country: "PK" },
      moved,
      { ...moved, country: "BR" },
    ],
    people: [2, 2, 1, 1, 2],
  },
  {
    title: "an unknown place holds nobody",
    question: { countries: ["ZZ"] },
    changes: [],
    people: [0],
  },
];
