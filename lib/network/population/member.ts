import type { ConsentBits } from "@/lib/network/consent/consent-bits";
import type {
  AgeBand,
  CompanyKind,
  Device,
  Gender,
  Strength,
} from "@/lib/network/reach/expression";

export interface Signal {
  readonly segment: string;
  readonly strength: Strength;
  /** Days since 1970-01-01 (UTC), here and below. */
  readonly day: number;
}

/** A company the member works with, once per kind. */
export interface CompanyRelation {
  readonly company: string;
  readonly kind: CompanyKind;
  readonly day: number;
}

/** One person of the network as a plain object: for the reference engine and for looking at one, never for millions. */
export interface Member {
  /** Never changes and is never reused. */
  readonly number: number;
  readonly country: string;
  /** ISO 3166-2; null when not known. */
  readonly region: string | null;
  /** `unlistedLanguage` when it is none of the listed ones. */
  readonly language: string;
  /** null: under 18 or unknown. */
  readonly ageBand: AgeBand | null;
  readonly gender: Gender;
  readonly device: Device;
  readonly onSocial: boolean;
  readonly lastActiveDay: number;
  readonly consent: ConsentBits;
  /** At most one a segment. */
  readonly signals: readonly Signal[];
  readonly companies: readonly CompanyRelation[];
}
