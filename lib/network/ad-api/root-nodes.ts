import { ok } from "@/lib/result";
import { pageParams } from "./common-params";
import { missing, noSuchField, noSuchObject, notServed } from "./fault";
import type { FieldAsk } from "./field-asks";
import { findAccount, findObject, listAccounts } from "./find-node";
import { pageOf } from "./paging";
import { listParam } from "./params";
import { readNode } from "./read-node";
import type { Answer, EdgeCall, Scope } from "./scope";
import { checkParams } from "./take-step";

/** `GET /me`: the workspace that the token speaks for. */
export async function readMe(scope: Scope, edge: EdgeCall): Answer {
  const { workspaceId } = scope.caller;
  const answer: Record<string, unknown> = { id: workspaceId };
  for (const ask of edge.asks ?? []) {
    if (ask.name === "adaccounts") {
      const refusal = checkParams(pageParams, ask.params);
      if (refusal) return refusal;
      const address = `${edge.address}/adaccounts`;
      const accounts = await readMyAccounts(scope, {
        params: ask.params,
        asks: ask.fields,
        address,
      });
      if (!accounts.ok) return accounts;
      answer.adaccounts = accounts.value;
    } else if (ask.name === "name") answer.name = `Workspace ${workspaceId}`;
    else if (ask.name !== "id") return noSuchField(ask.name, "User");
  }
  return ok(answer);
}

export async function readMyAccounts(scope: Scope, edge: EdgeCall): Answer {
  const page = pageOf(await listAccounts(scope), ({ id }) => id, edge);
  if (!page.ok) return page;
  const data: unknown[] = [];
  for (const account of page.value.items) {
    const address = `${scope.call.root}/act_${account.id}`;
    const node = await readNode(scope, scope.types.account, account, account, address, edge.asks);
    if (!node.ok) return node;
    data.push(node.value);
  }
  return ok({ data, ...(page.value.paging && { paging: page.value.paging }) });
}

/** `GET /?ids=1,2`: several nodes by id, as Graph answers them. */
export async function readByIds(scope: Scope, asks: readonly FieldAsk[] | null): Answer {
  if (scope.call.method !== "GET") return notServed(scope.call.method, "/");
  const { params } = scope.call;
  const refusal = checkParams({ ids: { type: "list of ids", about: "Which nodes." } }, params);
  if (refusal) return refusal;
  const ids = listParam(params, "ids");
  if (!ids) return missing("ids");
  const answer: Record<string, unknown> = {};
  for (const id of ids.slice(0, 50)) {
    const node = await readById(scope, id, asks);
    if (!node.ok) return node;
    answer[id] = node.value;
  }
  return ok(answer);
}

async function readById(scope: Scope, id: string, asks: readonly FieldAsk[] | null): Answer {
  const address = `${scope.call.root}/${id}`;
  const account = await findAccount(scope, id);
  if (account) {
    const shut = scope.usage.enter(account.id, "ads_management", false);
    return shut ?? readNode(scope, scope.types.account, account, account, address, asks);
  }
  const found = await findObject(scope, id);
  if (!found) return noSuchObject(id);
  const shut = scope.usage.enter(found.account.id, "ads_management", false);
  if (shut) return shut;
  const type = scope.types.object(found.object.kind);
  return readNode(scope, type, found.object, found.account, address, asks);
}

/** `GET /nod_clock`: network time and how many times faster than the wall clock it runs. */
export const readClock = ({ deps, now }: Scope) =>
  ok({ now: now.toISOString(), rate: deps.clock.rate });
