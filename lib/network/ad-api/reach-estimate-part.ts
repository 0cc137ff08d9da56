import type { Expression } from "@/lib/network/reach/expression";
import type { ReleaseRefusal } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";
import type { Scope } from "./scope";
import type { TargetingSpec } from "./targeting-schema";

/** What is asked; the size itself is asked for at the same time as what goes with it. */
export interface Ask {
  readonly scope: Scope;
  readonly targeting: TargetingSpec;
  readonly expression: Expression;
}

export interface Question extends Ask {
  readonly count: ReleasedCount;
}

/** One part of an estimate: what it says, the oldest week in it, and why it says nothing or not all. */
export interface Part {
  readonly value: unknown;
  readonly asOf: string | null;
  readonly refused: ReleaseRefusal["code"] | null;
}

/** Something that follows from the size and from public settings. */
export const said = (value: unknown): Part => ({ value, asOf: null, refused: null });
export const refusedPart = ({ code }: ReleaseRefusal): Part => ({
  value: null,
  asOf: null,
  refused: code,
});

/** The older of two weeks; null: none yet. */
export const earlier = (a: string | null, b: string): string => (a === null || b < a ? b : a);
