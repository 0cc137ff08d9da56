import { z } from "zod/mini";
import type { ListRow } from "@/lib/network/lists/list-digest";
import { ok, type Result } from "@/lib/result";
import { type Fault, wrong } from "./fault";
import { checked } from "./field-types";
import { decode } from "./params";

export const mostRows = 10_000;

/** Columns that may be sent. People are found by the first two; the others are checked, and used for nothing. */
const columns = ["EMAIL", "PHONE", "FN", "LN", "FI", "ZIP", "CT", "ST", "COUNTRY", "GEN"] as const;
type Column = (typeof columns)[number];

const payloadSchema = z.strictObject({
  schema: z.union([z.string(), z.array(z.string()).check(z.minLength(1), z.maxLength(20))]),
  data: z.array(z.unknown()),
  is_raw: z.optional(z.boolean()),
});

const sessionSchema = z.strictObject({
  session_id: z.union([
    z.pipe(
      z.int(),
      z.transform((id: number) => String(id)),
    ),
    z.string().check(z.regex(/^[\w-]{1,40}$/, "must be an id")),
  ]),
  batch_seq: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  last_batch_flag: z.optional(z.boolean()),
  estimated_num_total: z.optional(z.int().check(z.minimum(0))),
});
export type UploadSession = z.infer<typeof sessionSchema>;

export const readSession = (raw: unknown): Result<UploadSession | null, Fault> =>
  raw === undefined || raw === null || raw === ""
    ? ok(null)
    : checked(sessionSchema, decode(raw), "session");

export interface Payload {
  readonly rows: readonly ListRow[];
  readonly received: number;
  /** Why rows were left out, by their place in the call. */
  readonly invalid: ReadonlyMap<number, string>;
}

/** The rows of a call, each looked at by itself. A plain address or number refuses the whole call: it should never have left. */
export function readPayload(raw: unknown): Result<Payload, Fault> {
  const parsed = checked(payloadSchema, decode(raw), "payload");
  if (!parsed.ok) return parsed;
  const { schema, data, is_raw: isRaw } = parsed.value;
  if (isRaw) return plain("is_raw");
  if (data.length > mostRows) {
    const message = `A call has at most 10,000 rows; this one has ${data.length}. Send it in several, with a session.`;
    return wrong(["payload", "data"], message);
  }
  const named = readColumns(schema);
  if (!named.ok) return named;
  const rows: ListRow[] = [];
  const invalid = new Map<number, string>();
  for (const [place, value] of data.entries()) {
    const row = typeof schema === "string" && !Array.isArray(value) ? [value] : value;
    if (holdsPlain(row)) return plain("data");
    const read = readRow(row, named.value);
    if (typeof read === "string") invalid.set(place, read);
    else rows.push(read);
  }
  return ok({ rows, received: data.length, invalid });
}

function readColumns(schema: string | readonly string[]): Result<readonly Column[], Fault> {
  const names = typeof schema === "string" ? [schema] : schema;
  const found: Column[] = [];
  for (const name of names) {
    const known = columns.find((column) => column === name.toUpperCase().replace(/_SHA256$/, ""));
    if (!known) {
      const message = `The network knows no column “${name.slice(0, 40)}”. It knows ${columns.join(", ")}.`;
      return wrong(["payload", "schema"], message);
    }
    if (found.includes(known)) {
      return wrong(["payload", "schema"], `The column ${known} is named twice.`);
    }
    found.push(known);
  }
  if (found.some((column) => column === "EMAIL" || column === "PHONE")) return ok(found);
  const message = "People are found by EMAIL or PHONE: send at least one of them.";
  return wrong(["payload", "schema"], message);
}

/** The row, or why it is none. */
function readRow(row: unknown, names: readonly Column[]): ListRow | string {
  if (!Array.isArray(row) || row.length !== names.length) {
    return `The row must have ${names.length === 1 ? "one value" : `${names.length} values`}.`;
  }
  const values = new Map<Column, string>();
  for (const [i, name] of names.entries()) {
    const value: unknown = row[i];
    if (value === "" || value === null) continue;
    if (typeof value !== "string" || !/^[0-9a-f]{64}$/i.test(value.trim())) {
      return `${name} is not a SHA-256 in 64 hexadecimal digits.`;
    }
    values.set(name, value.trim().toLowerCase());
  }
  const email = values.get("EMAIL") ?? null;
  const phone = values.get("PHONE") ?? null;
  return email || phone ? { email, phone } : "The row has neither EMAIL nor PHONE.";
}

/** Looks like an address or a telephone number, in any column. */
const holdsPlain = (row: unknown): boolean =>
  Array.isArray(row) &&
  row.some(
    (value) =>
      (typeof value === "string" && (/@/.test(value) || /^\s*\+?[\d\s().-]{7,24}$/.test(value))) ||
      typeof value === "number",
  );

const plain = (field: string) =>
  wrong(
    ["payload", field],
    "Values must be hashed with SHA-256 before they are sent. Nothing of this call was read further or kept.",
  );
