import { type EstimatePart, estimateParts, type Panel } from "@/lib/ad-api/panel";
import type { Precision, ReleaseRefusal } from "@/lib/network/release/release";
import { ok, type Result } from "@/lib/result";
import { tooComplex } from "./check-targeting";
import { budgetSpent, type Fault, missing, noSuchField, type Refused, wrong } from "./fault";
import { textParam } from "./params";
import type { Part, Question } from "./reach-estimate-part";
import { readers } from "./reach-estimate-parts";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";
import { type CheckedTargeting, checkWholeTargeting } from "./targeted-audiences";
import { toExpression } from "./targeting-expression";
import type { TargetingSpec } from "./targeting-schema";

const plain: readonly (keyof Panel)[] = [
  "users_lower_bound",
  "users_upper_bound",
  "estimate_ready",
];

const isField = (name: string): name is keyof Panel =>
  Object.hasOwn(readers, name) || name === "nod_parts" || name === "nod_budget";

/**
 * `GET /act_n/reachestimate`: how many people fit a targeting spec, and with the nod_ fields why. Refused as a whole only when the
 * size itself is: every part falls back by itself.
 */
export async function reachEstimate(
  scope: Scope,
  _node: AdAccount,
  account: AdAccount,
  edge: EdgeCall,
): Answer {
  const { deps, caller, call } = scope;
  const fields = readFields(edge);
  if (!fields.ok) return fields;
  const read = await readTargeting(scope, account, edge);
  if (!read.ok) return read;
  const { targeting, audiences } = read.value;
  const precision = readPrecision(edge);
  if (!precision.ok) return precision;
  const asked = fields.value;
  const ask = { scope, targeting, expression: toExpression(targeting, audiences) };
  // All at once: one look-up in the table and one entry into it, in which the size comes first.
  const [count, ...says] = await Promise.all([
    deps.release.count(caller, ask.expression, precision.value),
    ...asked.map((name) => readers[name]?.(ask)),
  ]);
  if (!count.ok) return releaseFault(count.error, targeting);
  const question: Question = { ...ask, count: count.value };
  const parts = new Map(
    asked.flatMap((name, at) => {
      const part = says[at]?.(question);
      return part ? [[name, part] as const] : [];
    }),
  );
  const data: Record<string, unknown> = {};
  for (const name of asked) {
    if (name === "nod_parts") data[name] = ages(parts);
    // After the parts, so that what they cost is off it.
    else if (name === "nod_budget") data[name] = await budgetLeft(scope);
    else data[name] = parts.get(name)?.value;
  }
  // The official Node SDK expects a list here (its issue 106); everybody else gets the documented object.
  return ok({ data: call.userAgent.startsWith("fbbizsdk-nodejs") ? [data] : data });
}

function readFields(edge: EdgeCall): Result<readonly (keyof Panel)[], Fault> {
  const names = edge.asks?.map(({ name }) => name) ?? plain;
  const unknown = names.find((name) => !isField(name));
  return unknown === undefined
    ? ok(names.filter(isField))
    : noSuchField(unknown, "AdAccountReachEstimate");
}

const ages = (parts: ReadonlyMap<string, Part>): Panel["nod_parts"] => {
  const age = (name: EstimatePart) => ({
    as_of: parts.get(name)?.asOf ?? null,
    refused: parts.get(name)?.refused ?? null,
  });
  return Object.fromEntries(estimateParts.map((name) => [name, age(name)])) as Panel["nod_parts"];
};

async function budgetLeft({ deps, caller }: Scope): Promise<Panel["nod_budget"]> {
  const weekLeft = await deps.release.left(caller);
  return { weekLeft, spent: weekLeft <= 0 };
}

/** The targeting of an estimate, under either of the names that Graph gives it. */
export async function readTargeting(
  scope: Scope,
  account: AdAccount,
  edge: EdgeCall,
): Promise<Result<CheckedTargeting, Fault>> {
  const raw = edge.params.targeting_spec ?? edge.params.targeting;
  if (raw === undefined) return missing("targeting_spec");
  return checkWholeTargeting(scope, account, raw, "targeting_spec");
}

const precisions: readonly Precision[] = ["live", "sharp", "launch"];

/** How exactly the size is asked for; see Precision. */
function readPrecision(edge: EdgeCall): Result<Precision, Fault> {
  const asked = textParam(edge.params, "nod_precision") ?? "live";
  const known = precisions.find((precision) => precision === asked);
  return known ? ok(known) : wrong(["nod_precision"], "nod_precision is live, sharp or launch.");
}

export const releaseFault = (refusal: ReleaseRefusal, targeting: TargetingSpec): Refused =>
  refusal.code === "budget_spent"
    ? budgetSpent(refusal.message)
    : tooComplex(refusal, targeting, "targeting_spec");
