import type { Expression } from "@/lib/network/reach/expression";
import { breather } from "@/lib/network/release/breather";
import { ok, type Result } from "@/lib/result";
import { type Fault, wrong } from "./fault";
import { decode } from "./params";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";
import { checkWholeTargeting } from "./targeted-audiences";
import { toExpression } from "./targeting-expression";
import { wireRange } from "./wire-range";

const most = 100;

/** `GET /act_n/nod_known_reach`: the newest sizes that were paid for, of up to 100 targetings, in order. It asks nothing. */
export async function knownReach(
  scope: Scope,
  _node: AdAccount,
  account: AdAccount,
  edge: EdgeCall,
): Answer {
  const given = decode(edge.params.targeting_specs);
  if (!Array.isArray(given) || given.length === 0 || given.length > most) {
    return wrong(["targeting_specs"], `Give a list of 1 to ${most} targetings.`);
  }
  const asked: Result<Expression, Fault>[] = [];
  const breathe = breather();
  for (const raw of given) {
    const spec = await checkWholeTargeting(scope, account, raw, "targeting_specs");
    asked.push(spec.ok ? ok(toExpression(spec.value.targeting, spec.value.audiences)) : spec);
    await breathe();
  }
  const expressions = asked.flatMap((one) => (one.ok ? one.value : []));
  const known = [...(await scope.deps.release.known(scope.caller, expressions))];
  return ok({
    data: asked.map((spec) => {
      const one = spec.ok ? known.shift() : null;
      return one
        ? { nod_range: wireRange(one.count), nod_as_of: one.count.asOf, nod_change: one.change }
        : { nod_range: null, nod_as_of: null, nod_change: null };
    }),
  });
}
