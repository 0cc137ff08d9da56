import { ok, type Result } from "@/lib/result";
import { type Fault, wrong } from "./fault";
import { decode, type Params, textParam } from "./params";
import type { EdgeCall } from "./scope";

export interface Page<T> {
  readonly items: readonly T[];
  /** As it stands in the answer; absent when there is nothing to page through. */
  readonly paging?: {
    readonly cursors: { readonly before: string; readonly after: string };
    readonly next?: string;
    readonly previous?: string;
  };
}

const defaultLimit = 25;
const maxLimit = 1000;

/** One page of a list. Cursors name an item by its key, so they hold while items come and go around it. */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  edge: Pick<EdgeCall, "params" | "address">,
): Result<Page<T>, Fault> {
  const limit = decode(edge.params.limit ?? defaultLimit);
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1) {
    return wrong(["limit"], "limit must be a whole number from 1.");
  }
  const size = Math.min(limit, maxLimit);
  const start = startOf(all, keyOf, edge.params, size);
  if (start === null) return wrong(["after"], "The paging cursor is not valid any more.");
  const items = all.slice(start, start + size);
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return ok({ items });
  const before = encode(keyOf(first));
  const after = encode(keyOf(last));
  const more = start + items.length < all.length;
  return ok({
    items,
    paging: {
      cursors: { before, after },
      ...(start > 0 && { previous: addressOf(edge, size, "before", before) }),
      ...(more && { next: addressOf(edge, size, "after", after) }),
    },
  });
}

function startOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  params: Params,
  size: number,
): number | null {
  const after = textParam(params, "after");
  const before = textParam(params, "before");
  const cursor = after ?? before;
  if (cursor === null) return 0;
  const at = all.findIndex((item) => encode(keyOf(item)) === cursor);
  if (at < 0) return null;
  return after ? at + 1 : Math.max(0, at - size);
}

const encode = (key: string): string =>
  btoa(encodeURIComponent(key)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function addressOf(
  { params, address }: Pick<EdgeCall, "params" | "address">,
  limit: number,
  direction: "after" | "before",
  cursor: string,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (["after", "before", "limit", "method"].includes(name)) continue;
    query.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  query.set("limit", String(limit));
  query.set(direction, cursor);
  return `${address}?${query}`;
}
