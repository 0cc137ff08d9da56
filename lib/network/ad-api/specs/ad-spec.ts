import { z } from "zod/mini";
import { ok } from "@/lib/result";
import { effectiveAd } from "../effective-status";
import { noSuchObject } from "../fault";
import { json, objectId, text } from "../field-types";
import { checkName } from "../name-rule";
import type { ObjectSpec, Rule } from "../object-spec";
import { reviewAd } from "../review-ad";
import { reviewAt, reviewsOf } from "../review-state";
import type { AdObject } from "../store";
import { commonFields, sourceField } from "./common-fields";

const creativeRef = z.pipe(
  z.strictObject({ creative_id: z.union([z.string(), z.int()]) }),
  z.transform(({ creative_id: id }) => ({ id: String(id) })),
);
const storedRef = z.object({ id: z.string() });

export const creativeIdOf = (ad: Pick<AdObject, "data">): number =>
  Number(storedRef.parse(ad.data.creative).id);

const knownCreative: Rule = async ({ data, account, written }, { shelf }) => {
  if (!written.has("creative")) return ok(null);
  const id = creativeIdOf({ data });
  const creative = Number.isSafeInteger(id) ? await shelf.get(id) : null;
  const there =
    creative?.kind === "creative" &&
    creative.accountId === account.id &&
    creative.status !== "DELETED";
  return there ? ok(null) : noSuchObject(String(id), ["creative", "creative_id"]);
};

export const adSpec: ObjectSpec = {
  kind: "ad",
  name: "Ad",
  edge: "ads",
  parent: { kind: "adset", field: "adset_id" },
  fields: {
    ...commonFields,
    source_ad_id: sourceField,
    name: {
      type: text(400),
      about: "Its name; one that suggests a forbidden category is refused.",
      required: true,
    },
    adset_id: { type: objectId, about: "Its ad set.", required: true, fixed: true },
    adset: {
      answers: "ad set",
      about: "Its ad set, with braces.",
      link: { kind: "adset", id: (node) => node.parentId },
    },
    campaign_id: {
      answers: "id",
      about: "Its campaign.",
      read: async (node, _account, { shelf }) => {
        const adSet = await shelf.get(node.parentId ?? 0);
        return adSet?.parentId ? String(adSet.parentId) : undefined;
      },
    },
    creative: {
      type: json(creativeRef),
      about: "`{creative_id}` when written; the creative, with braces, when read.",
      required: true,
      link: { kind: "creative", id: creativeIdOf },
    },
    effective_status: {
      about: "What really holds; see Status and review.",
      read: async (node, _account, { shelf, now }) => {
        const adSet = await shelf.get(node.parentId ?? 0);
        const campaign = adSet && (await shelf.get(adSet.parentId ?? 0));
        return campaign ? effectiveAd(node, adSet, campaign, now) : node.status;
      },
    },
    ad_review_feedback: {
      answers: "object",
      about: "Of a disapproved ad: `global`, the reason by rule.",
      read: (node, _account, { now }) => {
        const review = reviewAt(node, now);
        return review.state === "disapproved" ? { global: review.feedback } : undefined;
      },
    },
  },
  rules: [checkName, knownCreative],
  derive: async ({ data, self, parent, written }, { shelf, deps, now }) => {
    if (!written.has("creative") || !parent) return {};
    const creative = await shelf.get(creativeIdOf({ data }));
    const campaign = await shelf.get(parent.parentId ?? 0);
    if (!creative || !campaign) return {};
    const feedback = reviewAd(deps.catalogue, creative, parent, campaign);
    const before = self ? reviewsOf(self) : [];
    return {
      reviews: [...before, { at: now.toISOString(), feedback, creative: String(creative.id) }],
    };
  },
};
