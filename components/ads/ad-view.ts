import type { PeopleRange } from "@/lib/format/people";

/** One ad of the public repository, as a page shows it. */
export interface AdView {
  readonly id: number;
  readonly since: string;
  readonly until: string;
  readonly content: {
    readonly company: string;
    readonly headline: string | null;
    readonly text: string;
    readonly description: string | null;
    readonly link: string;
    readonly imageHash: string | null;
  } | null;
  readonly paidBy: string | null;
  readonly onBehalfOf: string | null;
  readonly removed: { readonly since: string; readonly reasons: readonly string[] } | null;
  readonly audience: { readonly asked: readonly string[]; readonly leftOut: readonly string[] };
  readonly ads: number;
  /** null: no report has released a number. */
  readonly reached: {
    readonly people: PeopleRange;
    readonly adSets: number;
    readonly since: string;
    readonly until: string;
    /** Names of countries with their people, or their shares where people are not said; the largest first. */
    readonly byCountry: readonly {
      readonly name: string;
      readonly people: number | null;
      readonly share: number;
    }[];
  } | null;
}
