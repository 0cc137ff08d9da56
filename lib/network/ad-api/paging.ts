import { ok, type Result } from "@/lib/result";
import { type Fault, wrong } from "./fault";
import { decode, textParam } from "./params";
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

/** Whether an item stands below the place where the item with this key stood; null: there never was such a key. */
export type BelowKey<T> = (key: string) => ((item: T) => boolean) | null;

/**
 * One page of a list. Cursors name an item by its key, so they hold while items come and go around it; with `belowKey`
 * also when that item itself is gone.
 */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  edge: Pick<EdgeCall, "params" | "address">,
  belowKey?: BelowKey<T>,
): Result<Page<T>, Fault> {
  const limit = decode(edge.params.limit ?? defaultLimit);
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1) {
    return wrong(["limit"], "limit must be a whole number from 1.");
  }
  const size = Math.min(limit, maxLimit);
  const after = textParam(edge.params, "after");
  const before = textParam(edge.params, "before");
  const cursor = after ?? before;
  const place = cursor === null ? { above: 0, below: 0 } : placeOf(all, keyOf, cursor, belowKey);
  if (place === null) {
    return wrong([after ? "after" : "before"], "The paging cursor is not valid any more.");
  }
  const backwards = after === null && before !== null;
  const start = backwards ? Math.max(0, place.above - size) : place.below;
  const end = backwards ? place.above : start + size;
  return ok(pageBetween(all, keyOf, edge, { start, end, size }));
}

function pageBetween<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  edge: Pick<EdgeCall, "params" | "address">,
  { start, end, size }: { readonly start: number; readonly end: number; readonly size: number },
): Page<T> {
  const items = all.slice(start, end);
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return { items };
  const before = encode(keyOf(first));
  const after = encode(keyOf(last));
  const more = start + items.length < all.length;
  return {
    items,
    paging: {
      cursors: { before, after },
      ...(start > 0 && { previous: addressOf(edge, size, "before", before) }),
      ...(more && { next: addressOf(edge, size, "after", after) }),
    },
  };
}

/** How many items stand above a cursor's item, and from which index on they stand below it; null: it names none. */
function placeOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  cursor: string,
  belowKey?: BelowKey<T>,
): { readonly above: number; readonly below: number } | null {
  const at = all.findIndex((item) => encode(keyOf(item)) === cursor);
  if (at >= 0) return { above: at, below: at + 1 };
  const key = decodeCursor(cursor);
  const isBelow = key === null ? null : belowKey?.(key);
  if (!isBelow) return null;
  const below = all.findIndex(isBelow);
  const gap = below < 0 ? all.length : below;
  return { above: gap, below: gap };
}

function decodeCursor(cursor: string): string | null {
  try {
    return decodeURIComponent(atob(cursor.replace(/-/g, "+").replace(/_/g, "/")));
  } catch {
    return null;
  }
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
