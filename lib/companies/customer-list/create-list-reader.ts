import type { HashedRow, ListChoice, ListReader, PreparedList } from "./list-reader";
import { UnreadableList } from "./list-reader";
import { normaliseEmail, normalisePhone } from "./normalise";
import { readHead, readRows } from "./read-file";
import { sha256 } from "./sha256";

/** So many rows are hashed before progress is told. */
const atOnce = 2_000;
const previewRows = 3;

type Row = readonly string[];

/** A column that people are found by: where it is, and how its values are written before they are hashed. */
interface Finder {
  readonly place: number;
  readonly column: "EMAIL" | "PHONE";
  readonly normalise: (value: string) => string | null;
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
      const { wanted, prepared } = normaliseRows(all, choice);
      const hashed: HashedRow[] = [];
      for (let from = 0; from < wanted.length && !closed; from += atOnce) {
        onProgress(from, wanted.length);
        const some = wanted.slice(from, from + atOnce).map(hashRow);
        hashed.push(...(await Promise.all(some)));
      }
      onProgress(wanted.length, wanted.length);
      rows = closed ? [] : hashed;
      return { ...prepared, preview: rows.slice(0, previewRows) };
    },

    rows: async (from, to) => rows.slice(from, to),

    close() {
      closed = true;
      rows = [];
    },
  };
}

const hashRow = (row: Row): Promise<HashedRow> =>
  Promise.all(row.map((value) => (value === "" ? "" : sha256(value))));

function normaliseRows(all: readonly Row[], choice: ListChoice) {
  const count = { duplicates: 0, unusable: 0, unreadEmails: 0, unreadPhones: 0, unusualPhones: 0 };
  const finders: Finder[] = [];
  if (choice.email !== null) {
    const normalise = (value: string) => {
      const email = normaliseEmail(value);
      if (email === null) count.unreadEmails += 1;
      return email;
    };
    finders.push({ place: choice.email, column: "EMAIL", normalise });
  }
  if (choice.phone !== null) {
    const normalise = (value: string) => {
      const phone = normalisePhone(value, choice.country);
      if (phone === null) count.unreadPhones += 1;
      if (phone?.unusual) count.unusualPhones += 1;
      return phone?.digits ?? null;
    };
    finders.push({ place: choice.phone, column: "PHONE", normalise });
  }
  const wanted: Row[] = [];
  const seen = new Set<string>();
  for (const raw of all) {
    const row = finders.map(({ place, normalise }) => {
      const value = raw[place]?.trim() ?? "";
      return value === "" ? "" : (normalise(value) ?? "");
    });
    const key = row.join("\n");
    if (row.every((value) => value === "")) count.unusable += 1;
    else if (seen.has(key)) count.duplicates += 1;
    else {
      seen.add(key);
      wanted.push(row);
    }
  }
  const columns = finders.map(({ column }) => column);
  const prepared: Omit<PreparedList, "preview"> = {
    ...count,
    columns,
    read: all.length,
    usable: wanted.length,
  };
  return { wanted, prepared };
}
