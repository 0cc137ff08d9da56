import { ok } from "@/lib/result";
import { made as logged } from "./activity";
import { mayNot, wrong } from "./fault";
import type { FieldAsk } from "./field-asks";
import type { ObjectSpec } from "./object-spec";
import { listParam, type Params, textParam } from "./params";
import { readNode } from "./read-node";
import type { Answer, Scope } from "./scope";
import type { AdAccount, AdObject } from "./store";
import { checkWrite } from "./write-object";

/**
 * Makes an object and answers its id (or the fields that were asked for). With a client_operation_id a repeated call,
 * also one at the same moment, answers the first object, even where it would be refused by now.
 */
export async function createObject(
  scope: Scope,
  spec: ObjectSpec,
  account: AdAccount,
  params: Params,
  asks: readonly FieldAsk[] | null,
): Answer {
  if (!scope.caller.mayChange) return mayNot();
  const { deps, now } = scope;
  const operation = textParam(params, "client_operation_id");
  if (operation && operation.length > 200) {
    return wrong(["client_operation_id"], "client_operation_id is longer than 200 characters.");
  }
  const operationId = operation && `${spec.kind}:${operation}`;
  const before = operationId && (await deps.objects.getByOperation(account.id, operationId));
  if (before) return answerMade(scope, before, account, asks);
  const written = await checkWrite(scope, spec, account, params, null);
  if (!written.ok) return written;
  if (listParam(params, "execution_options")?.includes("validate_only")) {
    return ok({ success: true });
  }
  const wanted = {
    id: deps.newId(),
    kind: spec.kind,
    accountId: account.id,
    parentId: written.value.draft.parent?.id ?? null,
    status: written.value.status ?? "ACTIVE",
    data: written.value.data,
    operationId,
    createdTime: now,
    updatedTime: now,
  };
  const activities = [logged(scope, wanted)];
  const { object } = await deps.objects.insertOnce({ ...wanted, activities });
  return answerMade(scope, object, account, asks);
}

function answerMade(
  scope: Scope,
  object: AdObject,
  account: AdAccount,
  asks: readonly FieldAsk[] | null,
): Answer {
  scope.shelf.put(object);
  const type = scope.types.object(object.kind);
  const address = `${scope.call.root}/${object.id}`;
  return readNode(scope, type, object, account, address, asks);
}
