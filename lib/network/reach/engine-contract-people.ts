import { consentBit } from "@/lib/network/consent/consent-bits";
import type { Member } from "@/lib/network/population/member";
import { aMember } from "@/lib/network/population/testing";
import { arbitraryToday } from "./arbitraries";
import type { MemberChange } from "./engine";
import { type CompanyRule, type Expression, everyone, type SegmentRule } from "./expression";

/** A story about two people: what is asked, what happens to them, and how many match before it and after each step. */
export interface Example {
  readonly title: string;
  readonly question: Partial<Expression>;
  readonly changes: readonly MemberChange[];
  readonly people: readonly number[];
}

export const food = "368";
export const cooking = "371";
export const alcohol = "369";
export const foodAllergies = "374";
export const shop = "amabra-mobile";

/** Likes cooking since 100 days, strongly; has talked to the shop 20 days ago. */
const cook = aMember({
  number: 0,
  signals: [{ segment: cooking, strength: 3, day: arbitraryToday - 100 }],
  companies: [{ company: shop, kind: "conversation", day: arbitraryToday - 20 }],
});

/** Likes alcoholic beverages, of all food and drink; knows no company; said yes to ads in the messenger only. */
const drinker = aMember({
  number: 1,
  country: "BR",
  region: "BR-SP",
  gender: "male",
  consent: consentBit("relevant_ads", "messenger"),
  signals: [{ segment: alcohol, strength: 1, day: arbitraryToday }],
});

export const twoPeople: readonly Member[] = [cook, drinker];

export const likes = (segment: string, rule: Partial<SegmentRule> = {}): Partial<Expression> => ({
  groups: [[{ segment, withinDays: 180, minStrength: 1, ...rule }]],
});
export const works = (rule: Partial<CompanyRule> = {}): CompanyRule => ({
  company: shop,
  kind: null,
  withinDays: null,
  ...rule,
});
export const relevantAds = { type: "consent", member: 0, purpose: "relevant_ads" } as const;
export const knownCompanies = { type: "consent", member: 0, purpose: "known_companies" } as const;
export const signal = { type: "signal", member: 0, strength: 1, day: arbitraryToday } as const;
export const moved = {
  type: "moved",
  member: 0,
  ageBand: "25-34",
  gender: "female",
  country: "IN",
  device: "android",
  onSocial: true,
} as const;

export const asked = (example: Example): Expression => ({ ...everyone, ...example.question });
