import { ok, type Result } from "@/lib/result";
import { type Fault, noSuchField } from "./fault";
import { own } from "./node-type";
import { pageOf } from "./paging";
import type { EdgeCall } from "./scope";
import type { AdAccount } from "./store";

/** What is answered of a row, by field. */
export type Columns<T, A extends AdAccount | null = null> = Readonly<
  Record<string, (row: T, account: A) => unknown>
>;

/** A page of rows that are no objects: without `fields` every plain column; nod_ columns only when they are asked for. */
export function answerRows<T, A extends AdAccount | null>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  columns: Columns<T, A>,
  account: A,
  edge: EdgeCall,
  type: string,
): Result<unknown, Fault> {
  const plain = Object.keys(columns).filter((name) => !name.startsWith("nod_"));
  const asked = edge.asks?.map(({ name }) => name) ?? plain;
  const unknown = asked.find((name) => !own(columns, name));
  if (unknown) return noSuchField(unknown, type);
  const page = pageOf(rows, keyOf, edge);
  if (!page.ok) return page;
  const data = page.value.items.map((row) =>
    Object.fromEntries(asked.map((name) => [name, own(columns, name)?.(row, account)])),
  );
  return ok({ data, ...(page.value.paging && { paging: page.value.paging }) });
}
