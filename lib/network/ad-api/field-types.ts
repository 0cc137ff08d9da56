import { z } from "zod/mini";
import { ok, type Result } from "@/lib/result";
import { type Fault, wrong } from "./fault";
import { decode } from "./params";
import type { AdAccount } from "./store";
import { formatTime, parseTime } from "./zone-time";

/** How a field travels: what may be written, and how the stored value is answered. */
export interface FieldType {
  /** In words, for documentation: text, integer, id, time, list of text ... */
  readonly label: string;
  readonly values?: readonly string[];
  readonly parse: (raw: unknown, name: string, account: AdAccount) => Result<unknown, Fault>;
  readonly show?: (stored: unknown, account: AdAccount) => unknown;
}

/** A value checked by a schema; `path` names where inside the value it is wrong. */
export function checked<T>(schema: z.ZodMiniType<T>, value: unknown, name: string) {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const inside = (issue?.path ?? []).map(String);
  if (issue?.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    return wrong([name, ...inside, key.slice(0, 60)], `Unknown field ${key.slice(0, 60)}.`);
  }
  const blame = [name, ...inside];
  return wrong(blame, `${blame.join(".")} ${why(issue)}.`);
}

function why(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case "invalid_type":
      return issue.input === undefined ? "is required" : `must be ${article(issue.expected)}`;
    case "invalid_value":
      return `must be one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "number" ? `must be at least ${issue.minimum}` : "is too short";
    case "too_big":
      return issue.origin === "number" ? `must be at most ${issue.maximum}` : "is too long";
    default:
      return issue?.message && issue.message !== "Invalid input" ? issue.message : "is not valid";
  }
}

const article = (expected: string): string => {
  if (expected === "array") return "a list";
  if (expected === "int") return "a whole number";
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
};

const typed = <T>(
  label: string,
  schema: z.ZodMiniType<T>,
  prepare: (raw: unknown) => unknown,
  show?: FieldType["show"],
): FieldType => ({
  label,
  parse: (raw, name) => checked(schema, prepare(raw), name),
  ...(show && { show }),
});

const asText = (raw: unknown): unknown => (typeof raw === "number" ? String(raw) : raw);
const asList = (raw: unknown): unknown => {
  const value = decode(raw);
  return typeof value === "string" && value !== ""
    ? value.split(",").map((one) => one.trim())
    : value;
};

export const text = (max: number): FieldType =>
  typed("text", z.string().check(z.trim(), z.minLength(1), z.maxLength(max)), asText);

export const oneOf = (values: readonly string[]): FieldType => ({
  ...typed("text", z.literal([...values]), (raw) =>
    typeof raw === "string" ? raw.toUpperCase() : raw,
  ),
  values,
});

export const flag: FieldType = typed("flag", z.boolean(), decode);

export const json = (schema: z.ZodMiniType<unknown>, label = "object"): FieldType =>
  typed(label, schema, decode);

export const listOf = (schema: z.ZodMiniType<unknown>, max = 100): FieldType =>
  typed("list of text", z.array(schema).check(z.maxLength(max)), asList);

export const whole = (least: number, most: number): FieldType =>
  typed("integer", z.int().check(z.minimum(least), z.maximum(most)), decode);

/** An amount in minor units, a whole number; answered as text. */
export const money: FieldType = typed(
  "integer",
  z.int().check(z.minimum(0), z.maximum(1_000_000_000_000)),
  decode,
  (stored) => (stored === undefined ? undefined : String(stored)),
);

/** The id of another object: digits, as text or number; kept and answered as text. */
export const objectId: FieldType = typed(
  "id",
  z.string().check(z.regex(/^\d{1,16}$/, "must be an id")),
  asText,
);

/** Kept as ISO 8601 in UTC, answered in the account's zone. */
export const time: FieldType = {
  label: "time",
  parse: (raw, name, account) => {
    const at = parseTime(raw, account.timeZone);
    if (at) return ok(at.toISOString());
    return wrong([name], `${name} must be a time such as 2026-03-01T09:00:00+0100.`);
  },
  show: (stored, account) =>
    typeof stored === "string" ? formatTime(new Date(stored), account.timeZone) : undefined,
};
