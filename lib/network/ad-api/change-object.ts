import { ok } from "@/lib/result";
import { changed } from "./activity";
import { mayNot, wrong } from "./fault";
import type { FieldAsk } from "./field-asks";
import type { ObjectSpec } from "./object-spec";
import { listParam, type Params } from "./params";
import { readNode } from "./read-node";
import { reviewAgain } from "./review-again";
import type { Answer, Scope } from "./scope";
import type { AdAccount, AdObject } from "./store";
import { switchedByHand } from "./too-small";
import { checkWrite } from "./write-object";

/** Changes an object's fields or status. What is deleted stays as it is; what was reviewed is reviewed again where it matters. */
export async function changeObject(
  scope: Scope,
  spec: ObjectSpec,
  object: AdObject,
  account: AdAccount,
  params: Params,
  asks: readonly FieldAsk[] | null,
): Answer {
  if (!scope.caller.mayChange) return mayNot();
  const written = await checkWrite(scope, spec, account, params, object);
  if (!written.ok) return written;
  const { data, status } = written.value;
  const changes = Object.keys(data).length > 0 || (status !== null && status !== object.status);
  if (object.status === "DELETED" && changes) {
    return wrong(["status"], "A deleted object cannot be changed.");
  }
  if (changes && !listParam(params, "execution_options")?.includes("validate_only")) {
    await writeChange(scope, object, data, status);
  }
  if (!asks) return ok({ success: true });
  const current = (await scope.shelf.get(object.id)) ?? object;
  const address = `${scope.call.root}/${object.id}`;
  return readNode(scope, scope.types.object(object.kind), current, account, address, asks);
}

async function writeChange(
  scope: Scope,
  object: AdObject,
  data: AdObject["data"],
  status: AdObject["status"] | null,
): Promise<void> {
  const { deps, now, shelf } = scope;
  const activities = changed(scope, object, data, status);
  const change = { ...(status && { status }), data, at: now, activities };
  const after = await deps.objects.update(object.id, change);
  if (after) shelf.put(after);
  if (status && status !== object.status) await switchedByHand(deps.objects, object, status, now);
  await reviewAgain(scope, object, Object.keys(data));
}

/** Marks an object deleted; it can still be read by its id. */
export async function deleteObject(scope: Scope, spec: ObjectSpec, object: AdObject): Answer {
  if (!scope.caller.mayChange) return mayNot();
  if (object.status !== "DELETED") {
    const activities = changed(scope, object, {}, "DELETED");
    await scope.deps.objects.update(object.id, { status: "DELETED", at: scope.now, activities });
    await spec.deleted?.(object, scope);
  }
  return ok({ success: true });
}
