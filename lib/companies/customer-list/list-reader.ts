import type { Column } from "./columns";

/** Fewer rows are no audience: the network says so too, from what the uploader knows themselves. */
export const leastRows = 1_000;

/** What the beginning of a file says about it. */
export interface ListHead {
  readonly columns: readonly Column[];
  readonly hasHeader: boolean;
  readonly delimiter: string;
  /** Countries that a phone number can be of, in two letters, with their calling code. */
  readonly countries: readonly { readonly code: string; readonly calling: string }[];
}

/** What to read of the file. */
export interface ListChoice extends Pick<ListHead, "hasHeader" | "delimiter"> {
  /** Places of the columns; null: none. */
  readonly email: number | null;
  readonly phone: number | null;
  /** Two letters: the country of numbers that name none. */
  readonly country: string | null;
}

/** What became of the rows. */
export interface PreparedList {
  /** Rows of the file that hold anything. */
  readonly read: number;
  /** Distinct rows with at least one hash: so many are sent. */
  readonly usable: number;
  readonly duplicates: number;
  /** Rows with neither an address nor a number that can be read. */
  readonly unusable: number;
  readonly unreadEmails: number;
  readonly unreadPhones: number;
  readonly unusualPhones: number;
  readonly columns: readonly ("EMAIL" | "PHONE")[];
  /** The first rows, exactly as they are sent. */
  readonly preview: readonly HashedRow[];
}

/** A hash a column, "" where the row has none. */
export type HashedRow = readonly string[];

/** A file that cannot be read at all, in a sentence. */
export class UnreadableList extends Error {}

/** A chosen file. Everything happens in the browser; only what `rows` answers is ever sent. */
export interface ListReader {
  head(): Promise<ListHead>;
  prepare(
    choice: ListChoice,
    onProgress: (done: number, total: number) => void,
  ): Promise<PreparedList>;
  /** Prepared rows from one place up to another. */
  rows(from: number, to: number): Promise<readonly HashedRow[]>;
  /** Stops whatever goes on and forgets the rows. */
  close(): void;
}
