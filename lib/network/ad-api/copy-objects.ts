import { ok, type Result } from "@/lib/result";
import { made } from "./activity";
import type { Fault } from "./fault";
import type { ObjectSpec } from "./object-spec";
import { makeParams, type Params } from "./params";
import type { Scope } from "./scope";
import { creativeIdOf } from "./specs/ad-spec";
import type { AdAccount, AdObject, NewAdObject } from "./store";
import { checkWrite } from "./write-object";

/** One object to be copied, with what stands below it; parents before children. */
export interface Original {
  readonly object: AdObject;
  readonly spec: ObjectSpec;
  readonly below: readonly Original[];
}

interface CopyWish {
  readonly account: AdAccount;
  /** Under which object the copy is put; the original's own without it. */
  readonly parentId: number | null;
  /** Written over what is copied, on the object that is named and on those below. */
  readonly over: (object: AdObject, isTop: boolean) => Readonly<Record<string, unknown>>;
  readonly operation: string | null;
}

/** A copy that was made, or was there for the same operation. */
export interface Copied {
  readonly source: AdObject;
  readonly copy: AdObject;
}

/**
 * Copies an object and what stands below it. Every copy is checked as if it were made by hand, all of them before the first is
 * written: what the rules do not allow today is not copied.
 */
export async function copyObjects(
  scope: Scope,
  top: Original,
  wish: CopyWish,
): Promise<Result<readonly Copied[], Fault>> {
  const planned = await plan(scope, top, wish, wish.parentId ?? top.object.parentId, true);
  if (!planned.ok) return planned;
  const copies: Copied[] = [];
  const ids = new Map<number, number>();
  for (const { source, copy } of planned.value) {
    const parentId = copy.parentId === null ? null : (ids.get(copy.parentId) ?? copy.parentId);
    const { object } = await scope.deps.objects.insertOnce({ ...copy, parentId });
    ids.set(copy.id, object.id);
    scope.shelf.put(object);
    copies.push({ source, copy: object });
  }
  return ok(copies);
}

interface Planned {
  readonly source: AdObject;
  readonly copy: NewAdObject;
}

async function plan(
  scope: Scope,
  { object: source, spec, below }: Original,
  wish: CopyWish,
  parentId: number | null,
  isTop: boolean,
): Promise<Result<readonly Planned[], Fault>> {
  const params = paramsOf(spec, source, parentId, wish.over(source, isTop));
  const written = await checkWrite(scope, spec, wish.account, params, null);
  if (!written.ok) return written;
  const data = { ...written.value.data, source_id: String(source.id) };
  const copy = {
    id: scope.deps.newId(),
    kind: source.kind,
    accountId: source.accountId,
    parentId,
    status: written.value.status ?? "PAUSED",
    data,
    createdTime: scope.now,
    updatedTime: scope.now,
  };
  scope.shelf.put(copy);
  const operationId = wish.operation && `${source.kind}:copy:${wish.operation}:${source.id}`;
  const logged = { ...made(scope, copy), extra: { source_id: data.source_id } };
  const all: Planned[] = [{ source, copy: { ...copy, operationId, activities: [logged] } }];
  for (const one of below) {
    const inner = await plan(scope, one, wish, copy.id, false);
    if (!inner.ok) return inner;
    all.push(...inner.value);
  }
  return ok(all);
}

/** What a call would have to say to make the same object again. */
function paramsOf(
  spec: ObjectSpec,
  source: AdObject,
  parentId: number | null,
  over: Readonly<Record<string, unknown>>,
): Params {
  const written = Object.keys(spec.fields).filter((name) => spec.fields[name]?.type);
  const kept = written.flatMap((name): [string, unknown][] => {
    if (name === "creative") return [[name, { creative_id: creativeIdOf(source) }]];
    if (name === spec.parent?.field) return [[name, String(parentId)]];
    return source.data[name] === undefined ? [] : [[name, source.data[name]]];
  });
  return makeParams([...kept, ...Object.entries(over)]);
}
