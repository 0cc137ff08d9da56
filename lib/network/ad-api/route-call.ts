import { changeObject, deleteObject } from "./change-object";
import { countsAs } from "./counts-as";
import { badPath, noSuchObject, notServed } from "./fault";
import { parseFields } from "./field-asks";
import { findAccount, findObject } from "./find-node";
import { type NodeType, own } from "./node-type";
import { specs } from "./object-types";
import { readNode } from "./read-node";
import { type RootEdge, rootEdges } from "./root-edges";
import { readByIds } from "./root-nodes";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";
import { checkParams, takeStep } from "./take-step";

/** Finds what a call's path names and does what its method says. */
export async function routeCall(scope: Scope): Answer {
  const { path, params, address } = scope.call;
  const asks = parseFields(params.fields);
  if (!asks.ok) return asks;
  const edge: EdgeCall = { params, asks: asks.value, address };
  const [first, second, third] = path;
  if (third !== undefined) return badPath(`Unknown path components: /${third.slice(0, 80)}`);
  if (first === undefined) return readByIds(scope, asks.value);
  const name = path.join("/");
  const root = own(rootEdges, name);
  if (root) return rootCall(scope, root, edge);
  return first.startsWith("act_")
    ? accountCall(scope, first, second, edge)
    : objectCall(scope, first, second, edge);
}

async function rootCall(scope: Scope, root: RootEdge, edge: EdgeCall): Answer {
  const { path, method } = scope.call;
  if (method !== "GET") return notServed(method, path.join("/"));
  return checkParams(root.get.params, edge.params) ?? root.get.run(scope, edge);
}

async function accountCall(
  scope: Scope,
  id: string,
  edgeName: string | undefined,
  edge: EdgeCall,
): Answer {
  const account = await findAccount(scope, id);
  if (!account) return noSuchObject(id);
  const shut = enterAccount(scope, account, "account", edgeName);
  if (shut) return shut;
  const type = scope.types.account;
  if (edgeName !== undefined) return followEdge(scope, type, edgeName, account, account, edge);
  const { method } = scope.call;
  if (method !== "GET") return notServed(method, id);
  const refusal = checkParams({}, edge.params);
  return refusal ?? readNode(scope, type, account, account, edge.address, edge.asks);
}

async function objectCall(
  scope: Scope,
  id: string,
  edgeName: string | undefined,
  edge: EdgeCall,
): Answer {
  const found = await findObject(scope, id);
  if (!found) return noSuchObject(id);
  const { object, account } = found;
  const shut = enterAccount(scope, account, object.kind, edgeName);
  if (shut) return shut;
  const type = scope.types.object(object.kind);
  if (edgeName !== undefined) return followEdge(scope, type, edgeName, object, account, edge);
  switch (scope.call.method) {
    case "GET": {
      const refusal = checkParams({}, edge.params);
      return refusal ?? readNode(scope, type, object, account, edge.address, edge.asks);
    }
    case "POST":
      return changeObject(scope, specs[object.kind], object, account, edge.params, edge.asks);
    case "DELETE":
      return deleteObject(scope, specs[object.kind], object);
  }
}

const enterAccount = ({ usage, call }: Scope, { id }: AdAccount, kind: string, edge?: string) =>
  usage.enter(id, countsAs(kind, edge), call.method !== "GET");

const methodNames = { GET: "get", POST: "post", DELETE: "delete" } as const;

async function followEdge<T>(
  scope: Scope,
  type: NodeType<T>,
  name: string,
  node: T,
  account: AdAccount,
  edge: EdgeCall,
): Answer {
  const { method } = scope.call;
  const known = own(type.edges, name);
  const step = known?.[methodNames[method]];
  return step
    ? takeStep(scope, step, node, account, edge)
    : notServed(method, scope.call.path.join("/"));
}
