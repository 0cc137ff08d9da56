import type { Panel } from "@/lib/ad-api/panel";
import { type Dimension, type Expression, everyone } from "@/lib/network/reach/expression";
import { canSharpen } from "@/lib/network/release/can-sharpen";
import type { Precision, ReleaseRefusal } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";
import { ok, type Result } from "@/lib/result";
import { checkTargeting, segmentPlaces, tooComplex } from "./check-targeting";
import { budgetSpent, type Fault, missing, noSuchField, type Refused, wrong } from "./fault";
import { textParam } from "./params";
import { groupNames, reachSteps } from "./reach-steps";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";
import { suggestSegments } from "./suggest-segments";
import { toExpression } from "./targeting-expression";
import type { TargetingSpec } from "./targeting-schema";
import { wireRange } from "./wire-range";

const plain = ["users_lower_bound", "users_upper_bound", "estimate_ready"] as const;

interface Question {
  readonly scope: Scope;
  readonly targeting: TargetingSpec;
  readonly expression: Expression;
  readonly count: ReleasedCount;
}

type Read = (question: Question) => Promise<Result<unknown, ReleaseRefusal>>;

/** Every field of an estimate. Those that ask something new do so only when the field is asked for. */
const fields: { readonly [Name in keyof Panel]: Read } = {
  users_lower_bound: async ({ count }) => ok(count.hidden ? count.upper : count.lower),
  users_upper_bound: async ({ count }) => ok(count.upper),
  estimate_ready: async () => ok(true),
  nod_range: async ({ count }) => ok(wireRange(count)),
  nod_can_sharpen: async ({ count }) => ok(canSharpen(count)),
  nod_as_of: async ({ count }) => ok(count.asOf),
  nod_of: async (question) => mapped(await everyoneThere(question), wireRange),
  nod_verdict: async (question) =>
    mapped(await everyoneThere(question), (of) =>
      question.scope.deps.release.verdict(question.count, of),
    ),
  nod_keeps: readKeeps,
  nod_cells: readCells,
  nod_messaging_only: readMessagingOnly,
  nod_budget: async ({ scope }) => {
    const weekLeft = await scope.deps.release.left(scope.caller);
    return ok({ weekLeft, spent: weekLeft <= 0 });
  },
  nod_suggestions: async (question) => ok(suggestions(question)),
  nod_notices: async (question) => ok(notices(question)),
};

/** `GET /act_n/reachestimate`: how many people fit a targeting spec, and with the nod_ fields why. */
export async function reachEstimate(
  scope: Scope,
  _node: AdAccount,
  _account: AdAccount,
  edge: EdgeCall,
): Answer {
  const { deps, caller, call } = scope;
  const asked = edge.asks?.map(({ name }) => name) ?? plain;
  const unknown = asked.find((name) => !Object.hasOwn(fields, name));
  if (unknown) return noSuchField(unknown, "AdAccountReachEstimate");
  const targeting = readTargeting(scope, edge);
  if (!targeting.ok) return targeting;
  const precision = readPrecision(edge);
  if (!precision.ok) return precision;
  const expression = toExpression(targeting.value);
  const count = await deps.release.count(caller, expression, precision.value);
  if (!count.ok) return releaseFault(count.error, targeting.value);
  const question = { scope, targeting: targeting.value, expression, count: count.value };
  const values = await Promise.all(
    asked.map(async (name) => [name, await fields[name as keyof Panel](question)] as const),
  );
  const data: Record<string, unknown> = {};
  for (const [name, value] of values) {
    if (!value.ok) return releaseFault(value.error, targeting.value);
    data[name] = value.value;
  }
  // The official Node SDK expects a list here (its issue 106); everybody else gets the documented object.
  return ok({ data: call.userAgent.startsWith("fbbizsdk-nodejs") ? [data] : data });
}

/** The targeting of an estimate, under either of the names that Graph gives it. */
export function readTargeting(scope: Scope, edge: EdgeCall): Result<TargetingSpec, Fault> {
  const raw = edge.params.targeting_spec ?? edge.params.targeting;
  if (raw === undefined) return missing("targeting_spec");
  return checkTargeting(raw, "targeting_spec", scope.deps.catalogue);
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

const mapped = <A, B>(
  result: Result<A, ReleaseRefusal>,
  change: (value: A) => B,
): Result<B, ReleaseRefusal> => (result.ok ? ok(change(result.value)) : result);

const everyoneThere = ({ scope, expression: { countries, regions } }: Question) =>
  scope.deps.release.count(scope.caller, { ...everyone, countries, regions });

/** What each choice keeps. Bars never rise and never fall below the audience itself, within this one answer. */
async function readKeeps({ scope, targeting, count }: Question): ReturnType<Read> {
  const { release } = scope.deps;
  const steps = reachSteps(targeting);
  const answers = await Promise.all(
    steps.map(async ({ rule, after }, index) => {
      const before = steps[index - 1]?.after ?? everyone;
      const size = await release.count(scope.caller, after);
      return { rule, size, share: await release.share(scope.caller, before, after) };
    }),
  );
  const keeps: unknown[] = [];
  let above = Number.POSITIVE_INFINITY;
  for (const { rule, size, share } of answers) {
    if (!size.ok) return size;
    if (!share.ok) return share;
    const range = wireRange(size.value);
    const shown = Math.min(above, Math.max(count.shown, range.shown));
    above = shown;
    const lower = Math.min(range.lower, shown);
    const upper = Math.max(range.upper, shown);
    const hidden = range.hidden && count.hidden;
    keeps.push({ rule, range: { ...range, shown, lower, upper, hidden }, share: share.value });
  }
  return ok(keeps);
}

const breakdowns: readonly { readonly name: string; readonly by: readonly Dimension[] }[] = [
  { name: "age_gender", by: ["age", "gender"] },
  { name: "country", by: ["country"] },
  { name: "device", by: ["device"] },
  { name: "social", by: ["social"] },
];

async function readCells({ scope, expression }: Question): ReturnType<Read> {
  const all: unknown[] = [];
  for (const { name, by } of breakdowns) {
    const parts = await scope.deps.release.cells(scope.caller, expression, by);
    if (!parts.ok) return parts;
    const cells = parts.value.map(({ value, people, share }) => ({ value, people, share }));
    all.push({ dimension: name, cells });
  }
  return ok(all);
}

async function readMessagingOnly({ scope, expression }: Question): ReturnType<Read> {
  const parts = await scope.deps.release.cells(scope.caller, expression, ["social"]);
  return mapped(parts, (cells) => cells.find(({ value }) => value === "no")?.share ?? null);
}

function suggestions({ scope, targeting, expression, count }: Question) {
  const { catalogue, overview } = scope.deps;
  const known = overview();
  const boxes = groupNames(targeting);
  return known ? suggestSegments(catalogue, known, expression, boxes, count) : [];
}

/** Rules that come with restricted segments, and what the network does not do. */
function notices({ scope, targeting }: Question): readonly string[] {
  const restricted = segmentPlaces(targeting).flatMap(({ id }) => {
    const segment = scope.deps.catalogue.getSegment(id);
    return segment?.policy === "restricted" ? `“${segment.name}”: ${segment.reason}.` : [];
  });
  const widening =
    targeting.targeting_automation?.advantage_audience === 1
      ? ["This network never widens an audience; advantage_audience 1 changes nothing."]
      : [];
  return [...new Set(restricted), ...widening];
}
