import { ok, type Result } from "@/lib/result";
import { type Fault, noSuchField, wrong } from "./fault";
import type { FieldAsk } from "./field-asks";
import { type NodeType, own } from "./node-type";
import type { Scope } from "./scope";
import type { AdAccount } from "./store";
import { takeStep } from "./take-step";

/** Nodes that one call may read: lists within lists grow quickly. */
const mostNodes = 10_000;
const nodesRead = new WeakMap<Scope, number>();

const justId: readonly FieldAsk[] = [{ name: "id", params: {}, fields: null }];

/** A node's asked fields with `id`, following links and edges; an unknown field is named. */
export async function readNode<T>(
  scope: Scope,
  type: NodeType<T>,
  node: T,
  account: AdAccount,
  address: string,
  asks: readonly FieldAsk[] | null,
): Promise<Result<Readonly<Record<string, unknown>>, Fault>> {
  const read = (nodesRead.get(scope) ?? 0) + 1;
  nodesRead.set(scope, read);
  if (read > mostNodes) {
    return wrong(["fields"], "Please reduce the amount of data you are asking for.");
  }
  const answer: Record<string, unknown> = {};
  for (const ask of asks ?? justId) {
    const value = await readField(scope, type, node, account, address, ask);
    if (!value.ok) return value;
    if (value.value !== undefined && value.value !== null) answer[ask.name] = value.value;
  }
  if (!("id" in answer)) answer.id = await own(type.fields, "id")?.read(node, account, scope);
  return ok(answer);
}

async function readField<T>(
  scope: Scope,
  type: NodeType<T>,
  node: T,
  account: AdAccount,
  address: string,
  ask: FieldAsk,
): Promise<Result<unknown, Fault>> {
  const link = own(type.links, ask.name);
  if (link) {
    const target = await scope.shelf.get(link.id(node) ?? 0);
    if (!target) return ok(undefined);
    const below = `${scope.call.root}/${target.id}`;
    return readNode(scope, scope.types.object(target.kind), target, account, below, ask.fields);
  }
  const known = own(type.fields, ask.name);
  if (known) {
    const value = await known.read(node, account, scope);
    if (ask.fields && !isWhole(value)) return noSuchField(ask.fields[0]?.name ?? "", ask.name);
    return ok(value);
  }
  const edge = own(type.edges, ask.name);
  if (!edge?.get) return noSuchField(ask.name, type.name);
  // As in the address of the call itself, see readCall.
  const { access_token: token } = scope.call.params;
  const params = token === undefined ? ask.params : { ...ask.params, access_token: token };
  const call = { params, asks: ask.fields, address: `${address}/${ask.name}` };
  return takeStep(scope, edge.get, node, account, call);
}

/** Braces on a field that is an object of its own (targeting{...}) answer the whole object. */
const isWhole = (value: unknown): boolean =>
  value === undefined || (typeof value === "object" && value !== null);
