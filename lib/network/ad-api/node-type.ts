import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount, ObjectKind } from "./store";

/** undefined leaves the field out of the answer. */
export type ReadField<T> = (node: T, account: AdAccount, scope: Scope) => unknown;

/** What documentation and explorer say of a field or parameter. */
export interface Described {
  /** In words: text, integer, flag, id, time, list of ids, object ... */
  readonly type: string;
  /** One line. */
  readonly about: string;
  /** Where it is not as Meta has it: how, and why. */
  readonly differs?: string;
  /** All values there are. */
  readonly values?: readonly string[];
}

export interface ParamSpec extends Described {
  readonly required?: true;
}

/** A field of a node, as it is read. */
export interface NodeField<T> extends Described {
  readonly read: ReadField<T>;
}

/** Another object that a field leads to, when it is asked with braces. */
export interface Link<T> {
  readonly kind: ObjectKind;
  readonly id: (node: T) => number | null;
}

/** One method of an edge, described once: what it does, what it takes, what it answers. A parameter that is not named here is refused. */
export interface Step<T> {
  readonly about: string;
  readonly run: (scope: Scope, node: T, account: AdAccount, edge: EdgeCall) => Answer;
  readonly params: Readonly<Record<string, ParamSpec>>;
  /** Changes something: not for tokens that may only read. */
  readonly changes?: true;
  /** Checks its parameters itself, field by field; `params` only describes them. */
  readonly checksItself?: true;
  /** What `fields` may name: those of a kind of object, or these. */
  readonly fields: ObjectKind | "account" | Readonly<Record<string, Described>>;
  /** Where the edge is not as Meta has it: how, and why. */
  readonly differs?: string;
}

export interface Edge<T> {
  readonly get?: Step<T>;
  readonly post?: Step<T>;
  readonly delete?: Step<T>;
}

/** What can be read of a node: its fields, the objects they lead to, and its edges. */
export interface NodeType<T> {
  readonly name: string;
  readonly fields: Readonly<Record<string, NodeField<T>>>;
  readonly links: Readonly<Record<string, Link<T>>>;
  readonly edges: Readonly<Record<string, Edge<T>>>;
}

/** Own keys only: "constructor" is not a field. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
