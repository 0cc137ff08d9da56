import { arbitraryToday } from "./arbitraries";
import {
  cooking,
  type Example,
  knownCompanies,
  likes,
  moved,
  relevantAds,
  shop,
  signal,
  works,
} from "./engine-contract-people";

/** Who counts at all, and relationships with companies. */
export const consentExamples: readonly Example[] = [
  {
    title: "under 18 or of unknown age, a person never counts",
    question: {},
    changes: [{ ...moved, ageBand: null }, moved],
    people: [2, 1, 2],
  },
  {
    title: "a person counts while one recipient may use their signals for ads",
    question: likes(cooking),
    changes: [
      { ...relevantAds, recipient: "social", given: false },
      { ...relevantAds, recipient: "messenger", given: false },
      { ...relevantAds, recipient: "photos", given: false },
      { ...relevantAds, recipient: "social", given: true },
    ],
    people: [1, 1, 1, 0, 1],
  },
  {
    title: "a placement asks for the consent of its own recipient",
    question: { recipients: ["social"] },
    changes: [{ ...relevantAds, recipient: "social", given: false }],
    people: [1, 0],
  },
  {
    title: "other purposes say nothing about ads",
    question: {},
    changes: [{ ...relevantAds, purpose: "product_metrics", recipient: "messenger", given: false }],
    people: [2, 2],
  },
  {
    title: "who works with a company is found while they said yes to known companies",
    question: { with: [works()] },
    changes: [
      { ...knownCompanies, recipient: "messenger", given: false },
      { ...knownCompanies, recipient: "social", given: false },
      { ...knownCompanies, recipient: "photos", given: false },
    ],
    people: [1, 1, 1, 0],
  },
  {
    title: "a relationship needs both consents for the same recipient",
    question: { with: [works()] },
    changes: [
      { ...knownCompanies, recipient: "messenger", given: false },
      { ...knownCompanies, recipient: "photos", given: false },
      { ...relevantAds, recipient: "social", given: false },
    ],
    people: [1, 1, 1, 0],
  },
  {
    title: "without a yes to known companies a person is not new to a company either",
    question: { newTo: [works()] },
    changes: [
      { ...knownCompanies, member: 1, recipient: "social", given: true },
      { ...knownCompanies, member: 1, recipient: "messenger", given: true },
      { type: "company", member: 1, company: shop, kind: "customer_list", day: arbitraryToday },
      { type: "company_removed", member: 1, company: shop },
    ],
    people: [0, 0, 1, 0, 1],
  },
  {
    title:
      "who stands on one of several lists and also works with a company is found, while both hold",
    question: { with: [works()], onLists: ["list:1", "list:2"] },
    changes: [
      { type: "company", member: 0, company: "list:1", kind: "customer_list", day: arbitraryToday },
      { type: "company", member: 0, company: "list:2", kind: "customer_list", day: 0 },
      { type: "company_removed", member: 0, company: "list:1" },
      { type: "company", member: 0, company: shop, kind: "conversation", day: arbitraryToday },
      { type: "company_removed", member: 0, company: shop },
      { type: "company", member: 0, company: shop, kind: "customer_list", day: arbitraryToday },
      { type: "company_removed", member: 0, company: "list:2" },
      { type: "company", member: 0, company: "list:1", kind: "conversation", day: arbitraryToday },
    ],
    people: [0, 1, 1, 1, 1, 0, 1, 0, 0],
  },
  {
    title: "a list counts people only while they said yes to known companies",
    question: { onLists: ["list:1"] },
    changes: [
      { type: "company", member: 0, company: "list:1", kind: "customer_list", day: arbitraryToday },
      { ...knownCompanies, recipient: "messenger", given: false },
      { ...knownCompanies, recipient: "social", given: false },
      { ...knownCompanies, recipient: "photos", given: false },
    ],
    people: [0, 1, 1, 1, 0],
  },
  {
    title: "a relationship has a kind and a last day",
    question: { with: [works({ kind: "customer_list", withinDays: 30 })] },
    changes: [
      {
        type: "company",
        member: 0,
        company: shop,
        kind: "customer_list",
        day: arbitraryToday - 31,
      },
      {
        type: "company",
        member: 0,
        company: shop,
        kind: "customer_list",
        day: arbitraryToday - 30,
      },
      { type: "company", member: 0, company: shop, kind: "conversation", day: arbitraryToday },
      { type: "company_removed", member: 0, company: shop },
    ],
    people: [0, 0, 1, 1, 0],
  },
  {
    title: "a relationship of long ago still is one",
    question: { with: [works()] },
    changes: [
      {
        type: "company",
        member: 0,
        company: shop,
        kind: "conversation",
        day: arbitraryToday - 900,
      },
    ],
    people: [1, 1],
  },
  {
    title:
      "a company that nobody knows has no people, and everyone asked about companies is new to it",
    question: { newTo: [works({ company: "nobody-knows" })] },
    changes: [],
    people: [1],
  },
  {
    title: "who left is gone, and nothing that comes later brings them back",
    question: {},
    changes: [
      { type: "left", member: 0 },
      { ...relevantAds, recipient: "messenger", given: true },
      moved,
      { ...signal, segment: cooking },
    ],
    people: [2, 1, 1, 1, 1],
  },
];
