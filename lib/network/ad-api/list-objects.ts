import { ok } from "@/lib/result";
import { applyFilters, filtersOf, namesStatus } from "./filtering";
import { type BelowKey, pageOf } from "./paging";
import { textParam } from "./params";
import { readNode } from "./read-node";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount, AdObject, ObjectKind } from "./store";

/**
 * A list of objects, newest first, without archived and deleted ones unless a filter names a status. What stands below an archived or
 * deleted object is so too, except below the one that the call is about (`within`).
 */
export async function listObjects(
  scope: Scope,
  kind: ObjectKind,
  account: AdAccount,
  objects: readonly AdObject[],
  edge: EdgeCall,
  within: AdObject | null = null,
): Answer {
  const type = scope.types.object(kind);
  const filters = filtersOf(edge.params);
  if (!filters.ok) return filters;
  const every = namesStatus(filters.value);
  const own = every ? objects : objects.filter(isThere);
  await fetchAbove(scope, own);
  const shown = every ? own : await standing(scope, own, within);
  const passing = await applyFilters(scope, type, account, shown, filters.value);
  if (!passing.ok) return passing;
  const newestFirst = [...passing.value].sort((a, b) => b.id - a.id);
  const page = pageOf(newestFirst, ({ id }) => String(id), edge, olderThan);
  if (!page.ok) return page;
  const data: unknown[] = [];
  for (const object of page.value.items) {
    const address = `${scope.call.root}/${object.id}`;
    const node = await readNode(scope, type, object, account, address, edge.asks);
    if (!node.ok) return node;
    data.push(node.value);
  }
  return ok({
    data,
    ...(page.value.paging && { paging: page.value.paging }),
    ...(textParam(edge.params, "summary") && { summary: { total_count: newestFirst.length } }),
  });
}

const isThere = ({ status }: AdObject): boolean => status === "ACTIVE" || status === "PAUSED";

/** Those above which nothing is archived or deleted. */
async function standing(
  { shelf }: Scope,
  objects: readonly AdObject[],
  within: AdObject | null,
): Promise<readonly AdObject[]> {
  const stands = async ({ parentId }: AdObject): Promise<boolean> => {
    if (parentId === null || parentId === within?.id) return true;
    const parent = await shelf.get(parentId);
    return parent === null || (isThere(parent) && stands(parent));
  };
  const all = await Promise.all(objects.map(stands));
  return objects.filter((_, index) => all[index]);
}

const olderThan: BelowKey<AdObject> = (key) =>
  /^\d{1,16}$/.test(key) ? ({ id }) => id < Number(key) : null;

/** Parents and children in a few queries, ahead of one at a time. */
async function fetchAbove({ shelf }: Scope, objects: readonly AdObject[]): Promise<void> {
  const ofKind = (kind: ObjectKind) => objects.filter((object) => object.kind === kind);
  const ids = (list: readonly AdObject[]) => list.map(({ id }) => id);
  const parents = objects.flatMap(({ parentId }) => parentId ?? []);
  await shelf.fetch(parents);
  const above = await Promise.all(parents.map((id) => shelf.get(id)));
  await shelf.fetch(above.flatMap((parent) => parent?.parentId ?? []));
  await shelf.fetchChildren("adset", ids(ofKind("campaign")));
  await shelf.fetchChildren("ad", ids(ofKind("adset")));
}
