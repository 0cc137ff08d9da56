import type { Recipient } from "@/lib/network/consent/purposes";

/** Age bands in order. Under 18 and unknown age never match, so they have no band. */
export const ageBands = ["18-24", "25-34", "35-44", "45-54", "55-64", "65+"] as const;
export type AgeBand = (typeof ageBands)[number];

export const genders = ["female", "male", "other", "unknown"] as const;
export type Gender = (typeof genders)[number];

export const devices = ["android", "ios", "kaios", "desktop"] as const;
export type Device = (typeof devices)[number];

export const companyKinds = ["customer_list", "conversation"] as const;
export type CompanyKind = (typeof companyKinds)[number];

/** A signal counts for 180 days; narrower windows are the ones a marketer can ask for. */
export const windowsDays = [7, 30, 90, 180] as const;
export type WindowDays = (typeof windowsDays)[number];

export type Strength = 1 | 2 | 3;

/**
 * Holds for a member with a signal on one of `coveredBy(segment)` (itself and its allowed descendants) that is strong enough
 * and today - day <= withinDays.
 */
export interface SegmentRule {
  readonly segment: string;
  readonly withinDays: WindowDays;
  readonly minStrength: Strength;
}

/** Holds for a member who works with the company (and consented to `known_companies`); the last day counts, as for signals. */
export interface CompanyRule {
  readonly company: string;
  /** null: either kind. */
  readonly kind: CompanyKind | null;
  /** null: at any time. */
  readonly withinDays: WindowDays | null;
}

/**
 * A boolean question over one member's attributes. Every list that is empty leaves its attribute open, an empty group too.
 * `groups` are ANDed, the rules inside a group ORed; `never` are ANDed as NOT.
 */
export interface Expression {
  readonly groups: readonly (readonly SegmentRule[])[];
  readonly never: readonly SegmentRule[];
  readonly countries: readonly string[];
  /** ISO 3166-2; ORed with `countries`. */
  readonly regions: readonly string[];
  readonly ageBands: readonly AgeBand[];
  readonly genders: readonly Gender[];
  readonly languages: readonly string[];
  readonly devices: readonly Device[];
  readonly onSocial: boolean | null;
  /** Was last active on the messenger within so many days (today - last active day <= this); null leaves it open. */
  readonly activeWithinDays: WindowDays | null;
  /** Recipients of the placements; empty means any of the family. */
  readonly recipients: readonly Recipient[];
  /** Works with at least one of these. */
  readonly with: readonly CompanyRule[];
  /** Works with none of these. */
  readonly newTo: readonly CompanyRule[];
  /** Stands on at least one of these customer lists (ids of their parts, network/lists), since whenever; ANDed with `with`. */
  readonly onLists: readonly string[];
}

export const dimensions = ["country", "age", "gender", "device", "social"] as const;
export type Dimension = (typeof dimensions)[number];

export const everyone: Expression = {
  groups: [],
  never: [],
  countries: [],
  regions: [],
  ageBands: [],
  genders: [],
  languages: [],
  devices: [],
  onSocial: null,
  activeWithinDays: null,
  recipients: [],
  with: [],
  newTo: [],
  onLists: [],
};

/** Whether a question is about companies that people already work with: then only those who said yes to that count. */
export const asksAboutCompanies = (
  asked: Pick<Expression, "with" | "newTo" | "onLists">,
): boolean => asked.with.length + asked.newTo.length + asked.onLists.length > 0;

/** A list's part as a relation: lists are customer lists by nature. */
export const listRule = (list: string): CompanyRule => ({
  company: list,
  kind: "customer_list",
  withinDays: null,
});
