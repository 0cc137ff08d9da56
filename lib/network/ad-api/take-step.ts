import type { Result } from "@/lib/result";
import { commonParams } from "./common-params";
import { type Fault, mayNot, missing, noSuchField, unknownParameter, wrong } from "./fault";
import { type NodeType, own, type ParamSpec, type Step } from "./node-type";
import { listParam, type Params } from "./params";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";

/** Runs one method of an edge, when the call's parameters are those that it describes. */
export async function takeStep<T>(
  scope: Scope,
  step: Step<T>,
  node: T,
  account: AdAccount,
  edge: EdgeCall,
): Answer {
  if (step.changes && !scope.caller.mayChange) return mayNot();
  const refusal = step.checksItself ? null : checkParams(step.params, edge.params);
  return refusal ?? checkAsks(scope, step.fields, edge) ?? step.run(scope, node, account, edge);
}

/** Refuses a field that is not described, also where a list is empty; null: there is none. Of what lies in braces each reader says so itself. */
function checkAsks<T>(scope: Scope, fields: Step<T>["fields"], edge: EdgeCall) {
  if (typeof fields === "object") {
    const unknown = edge.asks?.find(({ name }) => !own(fields, name));
    return unknown && Object.keys(fields).length > 0
      ? noSuchField(unknown.name, edge.address.slice(edge.address.lastIndexOf("/") + 1))
      : null;
  }
  return fields === "account"
    ? checkNodeAsks(scope.types.account, edge)
    : checkNodeAsks(scope.types.object(fields), edge);
}

function checkNodeAsks<T>({ name: type, fields, links, edges }: NodeType<T>, { asks }: EdgeCall) {
  const unknown = asks?.find(
    ({ name }) => !own(fields, name) && !own(links, name) && !own(edges, name)?.get,
  );
  return unknown ? noSuchField(unknown.name, type) : null;
}

/** Refuses what is not described, what is missing and what is not among the values there are; null: nothing of that. */
export function checkParams(
  known: Readonly<Record<string, ParamSpec>>,
  params: Params,
): (Result<never, Fault> & { readonly ok: false }) | null {
  for (const name of Object.keys(params)) {
    if (!own(known, name) && !own(commonParams, name)) return unknownParameter(name);
  }
  for (const [name, { required, values }] of Object.entries(known)) {
    const given = params[name];
    const absent = given === undefined || given === null || given === "";
    if (absent && required) return missing(name);
    if (absent || !values) continue;
    const strange = listParam(params, name)?.some((one) => !values.includes(one));
    if (strange) return wrong([name], `${name} must be one of ${values.join(", ")}.`);
  }
  return null;
}
