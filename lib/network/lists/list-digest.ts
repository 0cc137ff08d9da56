import { createHmac } from "node:crypto";

/** One uploaded row as it is held until its session is through: a keyed digest that tells nobody who it is. */
export type RowKey = string;

/** How a company knows one person, each the SHA-256 of the normalised value in lower-case hexadecimal digits. */
export interface ListRow {
  readonly email: string | null;
  readonly phone: string | null;
}

const digestOf = (pepper: string, text: string): string =>
  createHmac("sha256", pepper).update(text).digest().subarray(0, 20).toString("base64url");

export const rowKey = (pepper: string, { email, phone }: ListRow): RowKey =>
  digestOf(pepper, `list-row/v1/${email ?? ""}/${phone ?? ""}`);

/**
 * What a session uploaded, in 27 characters: the same for the same rows in any order, in any number of calls and however often
 * one is repeated. It depends on the rows alone, never on who was found by them, and tells nothing of them without the pepper.
 */
export const sessionDigest = (pepper: string, rows: Iterable<RowKey>): string =>
  digestOf(pepper, `list-session/v1/${[...new Set(rows)].sort().join(",")}`);

/** What was left of some parts after others were taken away, or of several put together. */
export const combinedDigest = (
  pepper: string,
  operation: "all" | "less",
  parts: readonly string[],
  others: readonly string[] = [],
): string =>
  digestOf(
    pepper,
    `list-${operation}/v1/${JSON.stringify([[...parts].sort(), [...others].sort()])}`,
  );
