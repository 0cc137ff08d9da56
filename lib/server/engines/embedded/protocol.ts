import type { MemberBatch } from "@/lib/network/population/member-batch";
import type { DeliveryDay, EngineSize, MemberChange } from "@/lib/network/reach/engine";
import type { Expression } from "@/lib/network/reach/expression";
import type { OverviewAsk } from "@/lib/network/reach/overview";
import type { ShardRange } from "./places";

/** Which rules' people are kept as bitmaps between questions. */
export interface PlaneLimits {
  /** From so many list entries a block: below it, walking the lists costs less than reading a bitmap from memory. */
  readonly worthKeeping: number;
  /** Kept from earlier questions, the least recently asked going first; 8 are a byte a member. */
  readonly most: number;
  /** Always kept ready: the heaviest rules. */
  readonly standing: number;
}

export const usualPlanes: PlaneLimits = { worthKeeping: 1_000, most: 48, standing: 128 };

/** What a worker is started with: which members are its own. */
export interface ShardData extends ShardRange {
  readonly wasm: WebAssembly.Module;
  readonly planes: PlaneLimits;
}

/** A part of one delivered day: a MemberSet of somebody, no member before `from`, and its last member. */
export interface DayPart {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly last: number;
}

/** MemberSets one after the other. */
export interface PackedSets {
  readonly bytes: Uint8Array;
  readonly lengths: readonly number[];
}

/** A shard's part of an overview: people by (segment, country, age) and by pair of branches. */
export interface OverviewPart {
  readonly cells: Uint32Array;
  readonly pairs: Uint32Array;
}

/** Everything that makes a snapshot this engine's own; compared word for word before one is loaded. */
export interface SnapshotTag {
  readonly identity: string;
  /** The position in the change log up to which the snapshot holds everything. */
  readonly position: number;
}

/** What may be asked of a worker, with the type of its answer. */
export interface Asks {
  generate: {
    ask: { readonly seed: number; readonly madeOn: number; readonly today: number };
    answer: null;
  };
  startLoad: {
    ask: { readonly companies: readonly string[]; readonly today: number };
    answer: null;
  };
  addBatch: { ask: { readonly batch: MemberBatch }; answer: null };
  finishLoad: { ask: Record<never, never>; answer: null };
  restore: {
    ask: { readonly path: string; readonly tag: SnapshotTag; readonly today: number };
    answer: boolean;
  };
  save: { ask: { readonly path: string; readonly tag: SnapshotTag }; answer: number };
  warmUp: { ask: { readonly forMs: number }; answer: null };
  cells: { ask: { readonly expression: Expression }; answer: Uint32Array };
  overlap: { ask: { readonly expressions: readonly Expression[] }; answer: Uint32Array };
  overview: { ask: OverviewAsk; answer: OverviewPart };
  deliver: {
    ask: {
      readonly expression: Expression;
      readonly adSetId: string;
      readonly days: readonly DeliveryDay[];
    };
    /** Day by day. */
    answer: readonly (readonly DayPart[])[];
  };
  union: { ask: PackedSets; answer: readonly number[] };
  tally: { ask: PackedSets & { readonly byRegion: boolean }; answer: Uint32Array };
  apply: { ask: { readonly changes: readonly MemberChange[] }; answer: null };
  advance: { ask: { readonly today: number }; answer: null };
  /** Gives back what earlier questions left to make later ones quicker. */
  forget: { ask: Record<never, never>; answer: null };
  size: { ask: Record<never, never>; answer: EngineSize };
}

export type AskKind = keyof Asks;

export type ShardAsk = {
  [K in AskKind]: { readonly id: number; readonly kind: K; readonly ask: Asks[K]["ask"] };
}[AskKind];

export type ShardReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } }
  | { readonly progress: number };
