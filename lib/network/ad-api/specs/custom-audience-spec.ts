import { z } from "zod/mini";
import { ok } from "@/lib/result";
import { approximateCount, matchRate } from "../custom-audience-count";
import { isLookalike, listRefOf, lookalikeOf } from "../custom-audience-ref";
import { deliveryStatus, factsOf, operationStatus } from "../custom-audience-status";
import { missing, noSuchObject, refused, wrong } from "../fault";
import { json, objectId, oneOf, text } from "../field-types";
import { makeLookalike } from "../lookalike-made";
import { checkName } from "../name-rule";
import type { ObjectSpec, Rule } from "../object-spec";
import { identityFields } from "./common-fields";

const lookalikeSpec = z.strictObject({
  country: z.string().check(z.regex(/^[A-Z]{2}$/, "must be a country's two letters")),
  ratio: z.number().check(z.minimum(0.01), z.maximum(0.2)),
});

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

const checkCustom: Rule = ({ data, self }, { deps }) => {
  if (self || data.subtype !== "CUSTOM") return ok(null);
  if (!data.customer_file_source) return missing("customer_file_source");
  for (const name of ["origin_audience_id", "lookalike_spec"]) {
    if (data[name] !== undefined) return wrong([name], `${name} belongs to a LOOKALIKE.`);
  }
  const company = data.nod_company;
  if (typeof company !== "string" || deps.catalogue.hasCompany(company)) return ok(null);
  return wrong(["nod_company"], `The network knows no company “${company}”.`);
};

const checkLookalike: Rule = async ({ data, self, account }, scope) => {
  if (self || data.subtype !== "LOOKALIKE") return ok(null);
  for (const name of ["customer_file_source", "nod_company"]) {
    if (data[name] !== undefined) return wrong([name], `${name} belongs to a CUSTOM audience.`);
  }
  if (data.origin_audience_id === undefined) return missing("origin_audience_id");
  if (data.lookalike_spec === undefined) return missing("lookalike_spec");
  const id = Number(data.origin_audience_id);
  const origin = await scope.shelf.get(id);
  const ours = origin?.kind === "customaudience" && origin.accountId === account.id;
  if (!ours || origin.status === "DELETED") {
    return noSuchObject(String(id), ["origin_audience_id"]);
  }
  if (isLookalike(origin)) {
    return wrong(["origin_audience_id"], "A lookalike is made from a list, not from a lookalike.");
  }
  const { country } = lookalikeSpec.parse(data.lookalike_spec);
  if (scope.deps.catalogue.getPlace(country)?.type !== "country") {
    const message = `The network has no people in a country “${country}”.`;
    return wrong(["lookalike_spec", "country"], message);
  }
  if (scope.deps.overview()) return ok(null);
  return refused(2, "The month's overview is being made. Try again in a minute.", {
    status: 503,
    transient: true,
  });
};

/** Customer lists, and audiences of people like theirs. */
export const customAudienceSpec: ObjectSpec = {
  kind: "customaudience",
  name: "CustomAudience",
  edge: "customaudiences",
  fields: {
    ...identityFields,
    status: {
      about: "ACTIVE until it is deleted.",
      differs: "Meta has no status on audiences; lists here leave out what is deleted.",
      read: (node) => node.status,
    },
    name: { type: text(400), about: "Its name.", required: true },
    description: { type: text(1000), about: "What it is, in its owner's words." },
    subtype: {
      type: oneOf(["CUSTOM", "LOOKALIKE"]),
      about: "A list of customers, or people like them.",
      differs: "The network has no pixel, app or engagement to make audiences from.",
      required: true,
      fixed: true,
    },
    customer_file_source: {
      type: oneOf([
        "USER_PROVIDED_ONLY",
        "PARTNER_PROVIDED_ONLY",
        "BOTH_USER_AND_PARTNER_PROVIDED",
      ]),
      about: "Where the rows came from. Required of a CUSTOM audience.",
    },
    nod_company: {
      type: text(60),
      about: "The company whose customers they are; without it the account's own advertiser.",
      fixed: true,
    },
    origin_audience_id: {
      type: objectId,
      about: "Of a LOOKALIKE: the list that it is made from.",
      fixed: true,
    },
    lookalike_spec: {
      type: json(lookalikeSpec),
      about: "Of a LOOKALIKE: `{country, ratio}`, a ratio from 0.01 to 0.20.",
      fixed: true,
    },
    approximate_count_lower_bound: {
      answers: "integer",
      about: "At least so many people can be reached; -1 when nothing can be said yet.",
      differs: "A released number with its noise; of a list it is the one behind the match rate.",
      read: async (node, _account, scope) => (await approximateCount(scope, node)).lower,
    },
    approximate_count_upper_bound: {
      answers: "integer",
      about: "At most so many.",
      read: async (node, _account, scope) => (await approximateCount(scope, node)).upper,
    },
    nod_match_rate: {
      answers: "text",
      about: "How many of a list's rows can be reached, as a band of five points: 40-45 %.",
      read: async (node, _account, scope) => matchRate(scope, node),
    },
    nod_rows: {
      answers: "integer",
      about: "Distinct rows of a list, as far as its uploader knows.",
      read: async (node, _account, scope) =>
        isLookalike(node) ? undefined : (await factsOf(scope, node)).rows,
    },
    nod_alike: {
      answers: "object",
      about: "What a lookalike is made of: branches with how over-represented they are, and rules.",
      read: (node) => {
        const made = lookalikeOf(node);
        return made?.outcome === "ready" ? { weights: made.weights, rules: made.rules } : undefined;
      },
    },
    delivery_status: {
      answers: "object",
      about: "Whether it can be used: 200, or 300 with why not.",
      read: async (node, _account, scope) => deliveryStatus(scope, node),
    },
    operation_status: {
      answers: "object",
      about:
        "What goes on with it: 200, 410 nothing uploaded, 441 under way, 470 too small, 471 a name that was taken before it was refused.",
      read: async (node, _account, scope) => operationStatus(scope, node),
    },
    retention_days: {
      answers: "integer",
      about: "0: people stay until they are taken off, or take themselves off.",
      read: () => 0,
    },
    time_created: {
      answers: "integer",
      about: "When it was made, in seconds since 1970.",
      read: (node) => seconds(node.createdTime),
    },
    time_updated: {
      answers: "integer",
      about: "When it was changed last.",
      read: (node) => seconds(node.updatedTime),
    },
    time_content_updated: {
      answers: "integer",
      about: "When an upload was completed last.",
      read: async (node, _account, scope) => {
        const at = isLookalike(node) ? node.createdTime : (await factsOf(scope, node)).updatedAt;
        return at ? seconds(at) : undefined;
      },
    },
    data_source: {
      answers: "object",
      about: "FILE_IMPORTED for a list.",
      read: (node) =>
        isLookalike(node)
          ? undefined
          : { type: "FILE_IMPORTED", sub_type: "ANYTHING", creation_params: "[]" },
    },
    lookalike_audience_ids: {
      answers: "list of ids",
      about: "Lookalikes made from it.",
      read: async (node, _account, { deps }) => {
        const all = await deps.objects.list({
          kind: "customaudience",
          accountIds: [node.accountId],
        });
        return all
          .filter(({ status }) => status !== "DELETED")
          .filter(({ data }) => data.origin_audience_id === String(node.id))
          .map(({ id }) => String(id));
      },
    },
  },
  rules: [checkName, checkCustom, checkLookalike],
  deleted: async (object, { deps }) => {
    if (!isLookalike(object)) await deps.customers.lists.remove(listRefOf(object));
  },
  derive: async ({ data, self }, scope) => {
    if (self || data.subtype !== "LOOKALIKE") return {};
    const origin = await scope.shelf.get(Number(data.origin_audience_id));
    const overview = scope.deps.overview();
    if (!origin || !overview) return {};
    const asked = lookalikeSpec.parse(data.lookalike_spec);
    return { lookalike: await makeLookalike(scope, overview, origin, asked) };
  },
};
