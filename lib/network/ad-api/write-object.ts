import { ok, type Result } from "@/lib/result";
import { commonParams } from "./common-params";
import { type Fault, missing, noSuchObject, unknownParameter, wrong } from "./fault";
import { own } from "./node-type";
import type { Draft, ObjectSpec } from "./object-spec";
import type { Params } from "./params";
import type { Scope } from "./scope";
import type { AdAccount, AdObject, ConfiguredStatus } from "./store";

export interface Written {
  readonly draft: Draft;
  /** Written fields and what is derived from them, without the status. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly status: ConfiguredStatus | null;
}

/** Parses and checks what a call would write: unknown and missing parameters, types, then the rules in order. */
export async function checkWrite(
  scope: Scope,
  spec: ObjectSpec,
  account: AdAccount,
  params: Params,
  self: AdObject | null,
): Promise<Result<Written, Fault>> {
  const parsed = parseFields(spec, account, params, self);
  if (!parsed.ok) return parsed;
  const { status, ...written } = parsed.value;
  const parent = await parentOf(scope, spec, account, written, self);
  if (!parent.ok) return parent;
  const draft: Draft = {
    account,
    data: { ...self?.data, ...written },
    parent: parent.value,
    self,
    written: new Set(Object.keys(written)),
  };
  for (const rule of spec.rules) {
    const passed = await rule(draft, scope);
    if (!passed.ok) return passed;
  }
  const derived = (await spec.derive?.(draft, scope)) ?? {};
  const next = status as ConfiguredStatus | undefined;
  return ok({ draft, data: { ...written, ...derived }, status: next ?? null });
}

function parseFields(
  spec: ObjectSpec,
  account: AdAccount,
  params: Params,
  self: AdObject | null,
): Result<Record<string, unknown>, Fault> {
  const written: Record<string, unknown> = {};
  for (const [name, raw] of Object.entries(params)) {
    const field = own(spec.fields, name);
    if (!field?.type && !own(commonParams, name)) return unknownParameter(name);
    if (!field?.type || raw === undefined || raw === null) continue;
    const value = field.type.parse(raw, name, account);
    if (!value.ok) return value;
    if (self && field.fixed && !same(value.value, self.data[name])) {
      return wrong([name], `${name} cannot be changed.`);
    }
    written[name] = value.value;
  }
  return self ? ok(written) : checkComplete(spec, written);
}

function checkComplete(
  spec: ObjectSpec,
  written: Record<string, unknown>,
): Result<Record<string, unknown>, Fault> {
  for (const [name, field] of Object.entries(spec.fields)) {
    if (field.required && field.type && written[name] === undefined) return missing(name);
  }
  if (written.status !== undefined && !["ACTIVE", "PAUSED"].includes(String(written.status))) {
    return wrong(["status"], "status must be one of ACTIVE, PAUSED.");
  }
  return ok(written);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

async function parentOf(
  { shelf }: Scope,
  spec: ObjectSpec,
  account: AdAccount,
  written: Readonly<Record<string, unknown>>,
  self: AdObject | null,
): Promise<Result<AdObject | null, Fault>> {
  if (!spec.parent) return ok(null);
  const { field, kind } = spec.parent;
  const id = self ? self.parentId : Number(written[field]);
  const parent = id !== null && Number.isSafeInteger(id) ? await shelf.get(id) : null;
  if (parent?.kind !== kind || parent.accountId !== account.id) {
    return noSuchObject(String(id), [field]);
  }
  if (!self && (parent.status === "DELETED" || parent.status === "ARCHIVED")) {
    return wrong([field], `The object ${id} is ${parent.status.toLowerCase()}.`);
  }
  return ok(parent);
}
