import { z } from "zod/mini";
import { ok } from "@/lib/result";
import { checkTargeting } from "./check-targeting";
import { pageParams } from "./common-params";
import { targetingParams } from "./estimate-params";
import { missing, wrong } from "./fault";
import { checked } from "./field-types";
import type { Edge, ParamSpec } from "./node-type";
import { decode, listParam, type Params } from "./params";
import { answerSegments, browseSegments, searchSegments } from "./search";
import { segmentFields, segmentSearchParams } from "./search-fields";
import type { AdAccount } from "./store";
import { targetingInWords } from "./targeting-in-words";
import { suggested } from "./targeting-suggestions";
import { validated } from "./targeting-validation";

const most = 200;
const targetingList = z
  .array(z.object({ id: z.union([z.string(), z.number()]), type: z.optional(z.string()) }))
  .check(z.maxLength(most));

const listParams: Readonly<Record<string, ParamSpec>> = {
  targeting_list: { type: "list of objects", about: "`{type, id}` of segments, at most 200." },
};

const idsOf = (params: Params) => {
  const list = checked(targetingList, decode(params.targeting_list), "targeting_list");
  return list.ok ? ok(list.value.map(({ id }) => String(id))) : list;
};

export const targetingEdges: Readonly<Record<string, Edge<AdAccount>>> = {
  targetingsearch: {
    get: {
      about: "Segments whose name or path fits.",
      run: (scope, _node, _account, edge) => searchSegments(scope, edge),
      params: segmentSearchParams,
      fields: segmentFields,
    },
  },
  targetingbrowse: {
    get: {
      about: "The whole offer, parents before children.",
      run: (scope, _node, _account, edge) => browseSegments(scope, edge),
      params: {
        ...pageParams,
        limit_type: {
          type: "text",
          about: "Only these.",
          values: ["interests", "behaviors"],
        },
      },
      fields: segmentFields,
    },
  },
  targetingsuggestions: {
    get: {
      about: "Segments beside and below the named ones, the largest first.",
      run: async (scope, _node, _account, edge) => {
        const ids = idsOf(edge.params);
        if (!ids.ok) return ids;
        const { catalogue, overview } = scope.deps;
        const near = suggested(catalogue, overview(), ids.value);
        return answerSegments(scope, near, edge, "AdAccountTargetingUnified");
      },
      params: {
        ...pageParams,
        targeting_list: {
          type: "list of objects",
          about: "`{type, id}` of segments, at most 200.",
          required: true,
        },
      },
      fields: segmentFields,
    },
  },
  targetingvalidation: {
    get: {
      about: "Whether segments can be targeted, and what they take.",
      run: async (scope, _node, _account, edge) => {
        const { params } = edge;
        const listed = params.targeting_list === undefined ? ok([]) : idsOf(params);
        if (!listed.ok) return listed;
        const ids = [...listed.value, ...(listParam(params, "id_list") ?? [])];
        const names = listParam(params, "name_list") ?? [];
        if (ids.length + names.length === 0) return missing("targeting_list");
        if (ids.length + names.length > most) {
          return wrong(["targeting_list"], `At most ${most} segments can be checked at once.`);
        }
        return validated(scope, { ids, names }, edge);
      },
      params: {
        ...pageParams,
        ...listParams,
        id_list: { type: "list of ids", about: "Segments by id." },
        name_list: { type: "list of text", about: "Segments by name." },
      },
      fields: {
        id: { type: "id", about: "The segment, or what was asked." },
        name: { type: "text", about: "Its name, or what was asked." },
        valid: { type: "flag", about: "Whether a targeting may name it." },
        type: { type: "text", about: "interests or behaviors." },
        path: { type: "list of text", about: "From the root down to itself." },
        nod_policy: { type: "text", about: "allowed, restricted or forbidden." },
        nod_reason: { type: "text", about: "Why it is restricted or forbidden." },
        nod_special_ad_category: {
          type: "text",
          about: "What a campaign must declare to use it.",
        },
      },
    },
  },
  targetingsentencelines: {
    get: {
      about: "A targeting in words, a line for each kind of rule.",
      run: async (scope, _node, account, edge) => {
        const raw = edge.params.targeting_spec ?? edge.params.targeting;
        if (raw === undefined) return missing("targeting_spec");
        const targeting = checkTargeting(raw, "targeting_spec", scope.deps.catalogue);
        if (!targeting.ok) return targeting;
        return ok({
          targetingsentencelines: await targetingInWords(scope, account, targeting.value),
        });
      },
      params: targetingParams,
      fields: {},
    },
  },
};
