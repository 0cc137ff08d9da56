import { ok } from "@/lib/result";
import { json, text } from "../field-types";
import { checkName } from "../name-rule";
import type { ObjectSpec, Rule } from "../object-spec";
import { savedCount } from "../saved-audience-count";
import { checkWholeTargeting } from "../targeted-audiences";
import { targetingInWords } from "../targeting-in-words";
import { targetingSchema } from "../targeting-schema";
import { identityFields } from "./common-fields";

const checkSavedTargeting: Rule = async ({ data, written, account }, scope) => {
  if (!written.has("targeting")) return ok(null);
  return checkWholeTargeting(scope, account, data.targeting, "targeting");
};

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Audiences kept under a name, to be used again. */
export const savedAudienceSpec: ObjectSpec = {
  kind: "savedaudience",
  name: "SavedAudience",
  edge: "saved_audiences",
  fields: {
    ...identityFields,
    name: { type: text(400), about: "Its name.", required: true },
    description: { type: text(1000), about: "What it is, in its owner's words." },
    targeting: {
      type: json(targetingSchema),
      about: "Who is in it.",
      required: true,
      differs: "Meta's edge only reads; here it makes, changes and deletes too.",
    },
    sentence_lines: {
      answers: "list of objects",
      about: "Its targeting in words, a line (content, children) for each kind of rule.",
      read: (node, account, scope) => {
        const targeting = targetingSchema.safeParse(node.data.targeting);
        return targeting.success ? targetingInWords(scope, account, targeting.data) : undefined;
      },
    },
    run_status: { about: "ACTIVE until it is deleted.", read: (node) => node.status },
    approximate_count_lower_bound: {
      answers: "integer",
      about: "At least so many people fit at this moment; -1 when it cannot be said.",
      read: async (node, account, scope) => (await savedCount(scope, account, node)).lower,
    },
    approximate_count_upper_bound: {
      answers: "integer",
      about: "At most so many.",
      read: async (node, account, scope) => (await savedCount(scope, account, node)).upper,
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
  },
  rules: [checkName, checkSavedTargeting],
};
