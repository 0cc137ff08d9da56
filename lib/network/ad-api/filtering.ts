import { z } from "zod/mini";
import { ok, type Result } from "@/lib/result";
import { type Fault, noSuchField, wrong } from "./fault";
import { checked } from "./field-types";
import { type NodeType, own } from "./node-type";
import { decode, listParam, type Params } from "./params";
import type { Scope } from "./scope";
import type { AdAccount, AdObject } from "./store";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const filterSchema = z
  .array(
    z.object({
      field: z.string(),
      operator: z.literal([
        "EQUAL",
        "NOT_EQUAL",
        "IN",
        "NOT_IN",
        "CONTAIN",
        "NOT_CONTAIN",
        "GREATER_THAN",
        "GREATER_THAN_OR_EQUAL",
        "LESS_THAN",
        "LESS_THAN_OR_EQUAL",
        "IN_RANGE",
        "NOT_IN_RANGE",
        "STARTS_WITH",
        "ENDS_WITH",
      ]),
      value: z.union([scalar, z.array(scalar)]),
    }),
  )
  .check(z.maxLength(50));
export type Filter = z.infer<typeof filterSchema>[number];

/** The filters of a list call: `filtering`, and `effective_status` or `ids` as shorthands. */
export function filtersOf(params: Params): Result<readonly Filter[], Fault> {
  const given =
    params.filtering === undefined
      ? ok([])
      : checked(filterSchema, decode(params.filtering), "filtering");
  if (!given.ok) return given;
  const shorthands = (["effective_status", "configured_status", "hash"] as const).flatMap(
    (field) => {
      const value = listParam(params, field === "hash" ? "hashes" : field);
      return value ? [{ field, operator: "IN" as const, value: [...value] }] : [];
    },
  );
  return ok([...given.value, ...shorthands]);
}

/** Fields that ask how many people there are, each time a question that is paid for. */
const countsPeople: ReadonlySet<string> = new Set([
  "approximate_count_lower_bound",
  "approximate_count_upper_bound",
  "nod_match_rate",
]);

export const namesStatus = (filters: readonly Filter[]): boolean =>
  filters.some((filter) => /(?:^|[._])status$/.test(filter.field));

/** The objects that pass every filter. */
export async function applyFilters(
  scope: Scope,
  type: NodeType<AdObject>,
  account: AdAccount,
  objects: readonly AdObject[],
  filters: readonly Filter[],
): Promise<Result<readonly AdObject[], Fault>> {
  let left = objects;
  for (const filter of filters) {
    const subject = subjectOf(scope, type, filter.field);
    if (!subject) return noSuchField(filter.field.slice(0, 60), type.name);
    if (countsPeople.has(filter.field.split(".").at(-1) ?? "")) {
      const message = `Lists cannot be filtered by ${filter.field}: it would be asked anew of every one of them. Read it of those you want to know it of.`;
      return wrong(["filtering", filter.field], message);
    }
    const passes = await Promise.all(
      left.map(async (object) => {
        const at = await subject.at(object);
        return at !== null && passesFilter(await subject.read(at, account, scope), filter);
      }),
    );
    left = left.filter((_, index) => passes[index]);
  }
  return ok(left);
}

/** Whose field it is: "campaign.id" is the same as "id" for a campaign, and what stands above it for an ad. */
function subjectOf({ types, shelf }: Scope, type: NodeType<AdObject>, field: string) {
  const [name = "", prefix, ...more] = field.split(".").reverse();
  if (more.length > 0) return null;
  if (prefix === undefined || prefix === type.name.toLowerCase()) {
    const known = own(type.fields, name);
    return known && { read: known.read, at: async (object: AdObject) => object };
  }
  const kind = own(above, type.name)?.find((one) => one === prefix);
  const known = kind && own(types.object(kind).fields, name);
  if (!known) return null;
  const at = async (object: AdObject): Promise<AdObject | null> => {
    if (object.kind === kind) return object;
    const parent = object.parentId === null ? null : await shelf.get(object.parentId);
    return parent && at(parent);
  };
  return { read: known.read, at };
}

const above: Readonly<Record<string, readonly ("campaign" | "adset")[]>> = {
  AdSet: ["campaign"],
  Ad: ["adset", "campaign"],
};

/** Whether a value, read as text, is what a filter asks for. */
export function passesFilter(value: unknown, { operator, value: wanted }: Filter): boolean {
  const is = value === undefined ? "" : String(value);
  const list = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
  const [one = ""] = list;
  switch (operator) {
    case "EQUAL":
    case "IN":
      return list.includes(is);
    case "NOT_EQUAL":
    case "NOT_IN":
      return !list.includes(is);
    case "CONTAIN":
      return is.toLowerCase().includes(one.toLowerCase());
    case "NOT_CONTAIN":
      return !is.toLowerCase().includes(one.toLowerCase());
    case "GREATER_THAN":
      return compare(is, one) > 0;
    case "GREATER_THAN_OR_EQUAL":
      return compare(is, one) >= 0;
    case "LESS_THAN":
      return compare(is, one) < 0;
    case "LESS_THAN_OR_EQUAL":
      return compare(is, one) <= 0;
    case "IN_RANGE":
      return compare(is, one) >= 0 && compare(is, list[1] ?? one) <= 0;
    case "NOT_IN_RANGE":
      return compare(is, one) < 0 || compare(is, list[1] ?? one) > 0;
    case "STARTS_WITH":
      return is.toLowerCase().startsWith(one.toLowerCase());
    case "ENDS_WITH":
      return is.toLowerCase().endsWith(one.toLowerCase());
  }
}

/** Numbers as numbers, times as instants (Unix seconds allowed), the rest as text. */
function compare(a: string, b: string): number {
  const left = sortable(a);
  const right = sortable(b);
  return Number.isNaN(left) || Number.isNaN(right) ? a.localeCompare(b) : left - right;
}

const sortable = (text: string): number =>
  /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1000;
