import { combinedDigest } from "./list-digest";

export type ListOperation = "add" | "remove" | "replace";

/**
 * What a list holds, by what was uploaded and nothing else: the union of its parts. Two lists of a company with the same sessions are
 * in the same state, so their people are the same and a question about either has the same key and the same noise.
 */
export interface ListState {
  /** Digests, ascending. */
  readonly parts: readonly string[];
  /** While sessions that remove follow each other: from what, and which. Removing the same again then changes nothing. */
  readonly removal: {
    readonly from: readonly string[];
    readonly removed: readonly string[];
  } | null;
  /** Distinct rows, as far as the uploader can know: those that were removed are taken off whether they stood there or not. */
  readonly rows: number;
}

export const emptyList: ListState = { parts: [], removal: null, rows: 0 };

/** A question names every part; more are put together. */
export const mostParts = 12;

/** What is to be done so that the engine's people are the state's. */
export interface ListStep {
  readonly state: ListState;
  /** A part that gets people: those who stand on `from`, with those found by the session's rows added or removed. */
  readonly fill: {
    readonly part: string;
    readonly from: readonly string[];
    readonly found: "added" | "removed";
  };
}

/** The state after a completed session with so many distinct rows. A session that repeats one only looks for its people again. */
export function listAfter(
  pepper: string,
  { parts, removal, rows }: ListState,
  operation: ListOperation,
  session: { readonly digest: string; readonly rows: number },
): ListStep {
  const { digest } = session;
  switch (operation) {
    case "replace":
      return {
        state: { parts: [digest], removal: null, rows: session.rows },
        fill: { part: digest, found: "added", from: [] },
      };
    case "add": {
      const known = parts.includes(digest);
      const fill = { part: digest, found: "added", from: [] } as const;
      if (known) return { state: { parts, removal, rows }, fill };
      const all = [...parts, digest].sort();
      const sum = rows + session.rows;
      if (all.length <= mostParts) {
        return { state: { parts: all, removal: null, rows: sum }, fill };
      }
      const part = combinedDigest(pepper, "all", all);
      return {
        state: { parts: [part], removal: null, rows: sum },
        fill: { part, found: "added", from: parts },
      };
    }
    case "remove": {
      const from = removal?.from ?? parts;
      const before = removal?.removed ?? [];
      const removed = [...new Set([...before, digest])].sort();
      const part = combinedDigest(pepper, "less", from, removed);
      const taken = before.includes(digest) ? 0 : session.rows;
      return {
        state: { parts: [part], removal: { from, removed }, rows: Math.max(0, rows - taken) },
        fill: { part, found: "removed", from: parts },
      };
    }
  }
}
