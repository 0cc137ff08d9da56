import { listParams } from "./common-params";
import { createObject } from "./create-object";
import { listObjects } from "./list-objects";
import type { Edge } from "./node-type";
import { type ObjectSpec, writable } from "./object-spec";
import type { Scope } from "./scope";
import type { AdAccount, AdObject } from "./store";

/** An edge that lists an account's objects of one kind, and makes them. */
export const accountObjects = (
  spec: ObjectSpec,
): Required<Pick<Edge<AdAccount>, "get" | "post">> => ({
  get: {
    about: `The account's ${spec.edge}, newest first, without archived and deleted ones unless a filter names a status.`,
    run: async (scope, _node, account, edge) => {
      const all = await scope.deps.objects.list({ kind: spec.kind, accountIds: [account.id] });
      return listObjects(scope, spec.kind, account, all, edge);
    },
    params: listParams,
    fields: spec.kind,
  },
  post: {
    about: `Makes one (${spec.name}) and answers its id, or the asked fields.`,
    run: (scope, _node, account, edge) =>
      createObject(scope, spec, account, edge.params, edge.asks),
    params: writable(spec),
    changes: true,
    checksItself: true,
    fields: spec.kind,
  },
});

export type Below = (scope: Scope, node: AdObject) => Promise<readonly AdObject[]>;

/** An edge that lists objects which stand below, or belong to, another. */
export const listed = (spec: ObjectSpec, below: Below): Edge<AdObject> => ({
  get: {
    about: `Its ${spec.edge}, newest first.`,
    run: async (scope, node, account, edge) =>
      listObjects(scope, spec.kind, account, await below(scope, node), edge, node),
    params: listParams,
    fields: spec.kind,
  },
});
