import type { HashedRow, ListChoice, ListReader, PreparedList } from "./list-reader";
import { UnreadableList } from "./list-reader";
import { normaliseEmail, normalisePhone, type Phone } from "./normalise";
import { readHead, readRows } from "./read-file";
import { sha256 } from "./sha256";

/** So many rows are hashed before progress is told. */
const atOnce = 2_000;
const previewRows = 3;

type Row = readonly string[];

/** What is hashed of a row, a value a column. */
interface NormalRow {
  readonly values: readonly string[];
}

/** Reads, normalises and hashes a file here and now; in the browser a worker does it (open-list-worker.ts). */
export function createListReader(file: Blob): ListReader {
  let rows: readonly HashedRow[] = [];
  let closed = false;

  return {
    async head() {
      if (!globalThis.crypto?.subtle) {
        throw new UnreadableList(
          "This browser hashes only on pages that are opened over https. Open Nod by its secure address.",
        );
      }
      return readHead(file);
    },

    async prepare(choice, onProgress) {
      const all = await readRows(file, choice);
      const list = aList(choice);
      const hashed: HashedRow[] = [];
      for (let from = 0; from < all.length && !closed; from += atOnce) {
        onProgress(from, all.length);
        const some = all.slice(from, from + atOnce).flatMap((row) => list.take(row) ?? []);
        hashed.push(...(await Promise.all(some.map(hashRow))));
      }
      onProgress(all.length, all.length);
      rows = closed ? [] : hashed;
      const { columns, count } = list;
      const preview = hashed.slice(0, previewRows);
      return { ...count, columns, preview, read: all.length, usable: hashed.length };
    },

    rows: async (from, to) => rows.slice(from, to),

    close() {
      closed = true;
      rows = [];
    },
  };
}

const hashRow = async ({ values }: NormalRow): Promise<HashedRow> =>
  Promise.all(values.map((value) => (value === "" ? "" : sha256(value))));

/** Takes rows one by one, and counts what is wrong with them. */
function aList(choice: ListChoice) {
  const count = { duplicates: 0, unusable: 0, unreadEmails: 0, unreadPhones: 0, unusualPhones: 0 };
  const seen = new Set<string>();
  const columns: PreparedList["columns"][number][] = [];
  if (choice.email !== null) columns.push("EMAIL");
  if (choice.phone !== null) columns.push("PHONE");

  function emailIn(row: Row): string | null {
    const text = valueAt(row, choice.email);
    const email = normaliseEmail(text);
    if (text !== "" && email === null) count.unreadEmails += 1;
    return email;
  }

  function phoneIn(row: Row): Phone | null {
    const text = valueAt(row, choice.phone);
    const phone = text === "" ? null : normalisePhone(text, choice.country);
    if (text !== "" && phone === null) count.unreadPhones += 1;
    return phone;
  }

  return {
    count,
    columns,
    /** null: the row is none, or was there before. */
    take(row: Row): NormalRow | null {
      const phone = phoneIn(row);
      const byColumn = { EMAIL: emailIn(row) ?? "", PHONE: phone?.digits ?? "" };
      const values = columns.map((column) => byColumn[column]);
      const key = values.join("\n");
      const isNone = values.every((value) => value === "");
      if (isNone) count.unusable += 1;
      else if (seen.has(key)) count.duplicates += 1;
      if (isNone || seen.has(key)) return null;
      seen.add(key);
      if (phone?.unusual) count.unusualPhones += 1;
      return { values };
    },
  };
}

const valueAt = (row: Row, place: number | null): string =>
  place === null ? "" : (row[place]?.trim() ?? "");
