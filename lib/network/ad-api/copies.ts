import { z } from "zod/mini";
import { ok, type Result } from "@/lib/result";
import { listParams } from "./common-params";
import { copyObjects, type Original } from "./copy-objects";
import { type Fault, noSuchObject, wrong } from "./fault";
import { checked } from "./field-types";
import { listObjects } from "./list-objects";
import type { Edge, ParamSpec } from "./node-type";
import type { ObjectSpec } from "./object-spec";
import { decode, type Params, textParam } from "./params";
import type { Scope } from "./scope";
import type { AdObject } from "./store";

/** More would keep one call busy for too long. */
const mostCopies = 200;

const renameOptions = z.strictObject({
  rename_strategy: z.optional(z.literal(["DEEP_RENAME", "ONLY_TOP_LEVEL_RENAME", "NO_RENAME"])),
  rename_prefix: z.optional(z.string().check(z.maxLength(100))),
  rename_suffix: z.optional(z.string().check(z.maxLength(100))),
});

const statusOptions = ["PAUSED", "ACTIVE", "INHERITED_FROM_SOURCE"];

/** What stands below an object, and how its copies are named in the answer. */
interface CopyOf {
  readonly spec: ObjectSpec;
  /** As `ad_object_type` and `copied_<name>_id` say it. */
  readonly name: "campaign" | "adset" | "ad";
  readonly below: (scope: Scope, object: AdObject) => Promise<readonly Original[]>;
}

const typeNames: Readonly<Record<string, string>> = {
  campaign: "campaign",
  adset: "ad_set",
  ad: "ad",
};

const common: Readonly<Record<string, ParamSpec>> = {
  rename_options: {
    type: "object",
    about: "rename_strategy (ONLY_TOP_LEVEL_RENAME without it), rename_prefix, rename_suffix.",
  },
  status_option: {
    type: "text",
    about: "PAUSED without it.",
    values: statusOptions,
  },
};
const deep: Readonly<Record<string, ParamSpec>> = {
  ...common,
  deep_copy: { type: "flag", about: "Also what stands below; archived and deleted is left out." },
  start_time: { type: "time", about: "Of the copies, in place of the original's." },
  end_time: { type: "time", about: "Of the copies, in place of the original's." },
};
const paramsOf: Readonly<Record<CopyOf["name"], Readonly<Record<string, ParamSpec>>>> = {
  campaign: deep,
  adset: { ...deep, campaign_id: { type: "id", about: "The campaign that gets the copy." } },
  ad: { ...common, adset_id: { type: "id", about: "The ad set that gets the copy." } },
};

/** `/copies`: POST copies the object, GET lists its copies. */
export const copiesEdge = ({ spec, name, below }: CopyOf): Edge<AdObject> => ({
  get: {
    about: "The copies that were made of it, newest first.",
    run: async (scope, node, account, edge) => {
      const all = await scope.deps.objects.list({ kind: spec.kind, accountIds: [account.id] });
      const copies = all.filter(({ data }) => data.source_id === String(node.id));
      return listObjects(scope, spec.kind, account, copies, edge);
    },
    params: listParams,
    fields: spec.kind,
  },
  post: {
    about: "Copies it, with what stands below when deep_copy says so; all of it or nothing.",
    run: async (scope, node, account, { params }) => {
      const over = readOver(params);
      if (!over.ok) return over;
      const parent = await targetOf(scope, spec, params, account.id);
      if (!parent.ok) return parent;
      const original = {
        object: node,
        spec,
        below: decode(params.deep_copy) === true ? await below(scope, node) : [],
      };
      if (countOf(original) > mostCopies) {
        return wrong(["deep_copy"], `More than ${mostCopies} objects cannot be copied at once.`);
      }
      const copied = await copyObjects(scope, original, {
        account,
        parentId: parent.value,
        over: over.value,
        operation: textParam(params, "client_operation_id")?.slice(0, 100) ?? null,
      });
      if (!copied.ok) return copied;
      return ok({
        [`copied_${name}_id`]: String(copied.value[0]?.copy.id),
        ad_object_ids: copied.value.map(({ source, copy }) => ({
          ad_object_type: typeNames[source.kind],
          source_id: String(source.id),
          copied_id: String(copy.id),
        })),
      });
    },
    params: paramsOf[name],
    changes: true,
    fields: {},
    differs:
      "Up to 200 objects at once, where Meta asks for a batch above three. Every copy is checked as if it were made today.",
  },
});

const countOf = ({ below }: Original): number => below.reduce((sum, one) => sum + countOf(one), 1);

/** What a copy is written with in place of the original's. */
function readOver(
  params: Params,
): Result<(object: AdObject, isTop: boolean) => Record<string, unknown>, Fault> {
  const rename = checked(renameOptions, decode(params.rename_options ?? {}), "rename_options");
  if (!rename.ok) return rename;
  const { rename_strategy: strategy = "ONLY_TOP_LEVEL_RENAME" } = rename.value;
  const { rename_prefix: prefix, rename_suffix: suffix } = rename.value;
  const [before, after] = [prefix ?? "", suffix ?? (prefix === undefined ? " - Copy" : "")];
  const statusOption = textParam(params, "status_option") ?? "PAUSED";
  return ok((object, isTop) => {
    const renamed = strategy === "DEEP_RENAME" || (isTop && strategy !== "NO_RENAME");
    const status = statusOption === "INHERITED_FROM_SOURCE" ? object.status : statusOption;
    const times = object.kind === "ad" ? {} : timesOf(object, params);
    return {
      ...(renamed && { name: `${before}${String(object.data.name)}${after}` }),
      status: status === "ACTIVE" ? "ACTIVE" : "PAUSED",
      ...times,
    };
  });
}

/** A campaign calls its end stop_time, and has times only when it has a budget. */
function timesOf({ kind, data }: AdObject, params: Params): Record<string, unknown> {
  const endName = kind === "campaign" ? "stop_time" : "end_time";
  const wanted = { start_time: params.start_time, [endName]: params.end_time };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) =>
        value !== undefined && (kind === "adset" || typeof data[name] === "string"),
    ),
  );
}

/** The object that gets the copy, when another than the original's is named. */
async function targetOf(
  { shelf }: Scope,
  { parent }: ObjectSpec,
  params: Params,
  accountId: string,
): Promise<Result<number | null, Fault>> {
  const named = parent && textParam(params, parent.field);
  if (!parent || !named) return ok(null);
  const id = /^\d{1,15}$/.test(named) ? Number(named) : 0;
  const found = await shelf.get(id);
  const fits = found?.kind === parent.kind && found.accountId === accountId;
  return fits ? ok(id) : noSuchObject(named, [parent.field]);
}
