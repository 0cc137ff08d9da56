import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { Pace } from "./pace";
import type { SignalEvent } from "./signal-event";
import type { RefusedSignal } from "./signal-refusals";
import type { DayCounts } from "./strength";

/** An event that was taken, or kept out as spam, by its id and a keyed digest of its content: never the content. */
export interface SignalClaim {
  readonly id: string;
  readonly digest: string;
  readonly outcome: "kept" | "spam";
  readonly isNew: boolean;
}

/** Somebody whom a batch speaks of. */
export interface KnownPerson {
  /** null: they have left. */
  readonly now: Member | null;
  /** As they were at a moment; null: they were not there, or had left. */
  at(moment: Date): Member | null;
  /** When the interest, or all of them, were last removed; null: never. */
  removedAt(segment: string): Date | null;
}

/** Everything a batch is judged by. */
export interface KnownFacts {
  readonly claims: ReadonlyMap<string, Pick<SignalClaim, "id" | "digest" | "outcome">>;
  /** By the event's `member`. */
  readonly people: ReadonlyMap<string | number, KnownPerson>;
  /** By `member/segment`. */
  readonly tallies: ReadonlyMap<string, DayCounts>;
  /** By `member/hour`. */
  readonly paces: ReadonlyMap<string, Pace>;
  /** Until when somebody's signals are kept out. */
  readonly quarantined: ReadonlyMap<number, Date>;
  readonly digestOf: (event: SignalEvent) => string;
  /** Whether a notice of this version was ever in force. */
  readonly isNotice: (version: string) => boolean;
}

/** What a batch comes to: the answer, and what is to be written. */
export interface JudgedSignals {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: readonly RefusedSignal[];
  readonly claims: readonly SignalClaim[];
  readonly changes: readonly MemberChange[];
  /** `days` null: nothing more is to be counted. */
  readonly tallies: readonly {
    readonly member: number;
    readonly segment: string;
    readonly days: DayCounts | null;
  }[];
  readonly paces: readonly {
    readonly member: number;
    readonly hour: number;
    readonly pace: Pace;
  }[];
  readonly quarantined: readonly { readonly member: number; readonly until: Date }[];
}
