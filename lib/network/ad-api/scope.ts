import type { Result } from "@/lib/result";
import type { Call } from "./call";
import type { Caller } from "./caller";
import type { AdApiDeps } from "./deps";
import type { Fault } from "./fault";
import type { FieldAsk } from "./field-asks";
import type { NodeType } from "./node-type";
import type { Params } from "./params";
import type { Shelf } from "./shelf";
import type { AdAccount, AdObject, ObjectKind } from "./store";
import type { CallUsage } from "./throttle";

/** What an operation answers: any JSON value, or a refusal. */
export type Answer = Promise<Result<unknown, Fault>>;

/** What one call works with. */
export interface Scope {
  readonly deps: AdApiDeps;
  readonly caller: Caller;
  readonly call: Call;
  /** Network time at the start of the call. */
  readonly now: Date;
  readonly shelf: Shelf;
  /** Counts the call on the accounts that it goes to. */
  readonly usage: CallUsage;
  readonly types: {
    readonly account: NodeType<AdAccount>;
    readonly object: (kind: ObjectKind) => NodeType<AdObject>;
  };
}

/** One step along an edge: from which node, with what, and at which address it can be asked again. */
export interface EdgeCall {
  readonly params: Params;
  readonly asks: readonly FieldAsk[] | null;
  readonly address: string;
}
