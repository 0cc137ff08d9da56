import { ok } from "@/lib/result";
import { checkTargeting } from "./check-targeting";
import { wrong } from "./fault";
import { decode } from "./params";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";
import { toExpression } from "./targeting-expression";
import { wireRange } from "./wire-range";

const most = 100;

/** `GET /act_n/nod_known_reach`: the newest sizes that were paid for, of up to 100 targetings, in order. It asks nothing. */
export async function knownReach(
  { deps, caller }: Scope,
  _node: AdAccount,
  _account: AdAccount,
  edge: EdgeCall,
): Answer {
  const given = decode(edge.params.targeting_specs);
  if (!Array.isArray(given) || given.length === 0 || given.length > most) {
    return wrong(["targeting_specs"], `Give a list of 1 to ${most} targetings.`);
  }
  const specs = given.map((raw) => checkTargeting(raw, "targeting_specs", deps.catalogue));
  const asked = specs.flatMap((spec) => (spec.ok ? toExpression(spec.value) : []));
  const known = [...(await deps.release.known(caller, asked))];
  return ok({
    data: specs.map((spec) => {
      const one = spec.ok ? known.shift() : null;
      return one
        ? { nod_range: wireRange(one.count), nod_as_of: one.count.asOf, nod_change: one.change }
        : { nod_range: null, nod_as_of: null, nod_change: null };
    }),
  });
}
