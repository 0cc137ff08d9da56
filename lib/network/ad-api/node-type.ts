import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount, ObjectKind } from "./store";

/** undefined leaves the field out of the answer. */
export type ReadField<T> = (node: T, account: AdAccount, scope: Scope) => unknown;

/** Another object that a field leads to, when it is asked with braces. */
export interface Link<T> {
  readonly kind: ObjectKind;
  readonly id: (node: T) => number | null;
}

export interface Edge<T> {
  readonly get?: (scope: Scope, node: T, account: AdAccount, edge: EdgeCall) => Answer;
  readonly post?: (scope: Scope, node: T, account: AdAccount, edge: EdgeCall) => Answer;
}

/** What can be read of a node: its fields, the objects they lead to, and its edges. */
export interface NodeType<T> {
  readonly name: string;
  readonly fields: Readonly<Record<string, ReadField<T>>>;
  readonly links: Readonly<Record<string, Link<T>>>;
  readonly edges: Readonly<Record<string, Edge<T>>>;
}

/** Own keys only: "constructor" is not a field. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
