import { ok } from "@/lib/result";
import type { AdApi, CreateAdSet } from "./ad-api";
import type { Transport } from "./transport";
import * as wire from "./wire";

type Creates = Pick<
  AdApi,
  "uploadImage" | "createCampaign" | "createAdSet" | "createCreative" | "createAd" | "setStatus"
>;

/** Calls that change something. Each can be repeated: creates carry an operation id, a status and a picture say the whole of it. */
export function createCalls(send: Transport): Creates {
  const post = <T>(
    path: string,
    params: Readonly<Record<string, unknown>>,
    schema: Parameters<typeof send<T>>[1],
    repeatable = false,
  ) => send({ method: "POST", path, params, repeatable }, schema);

  return {
    uploadImage: async (accountId, bytesBase64) => {
      const answer = await post(`${accountId}/adimages`, { bytes: bytesBase64 }, wire.images, true);
      if (!answer.ok) return answer;
      const [image] = Object.values(answer.value.images);
      if (image) return ok(image);
      const message = "The network kept no picture.";
      return { ok: false, error: { code: "unavailable", message, traceId: "" } };
    },

    createCampaign: (accountId, { clientOperationId, special, ...input }) =>
      post(
        `${accountId}/campaigns`,
        {
          ...input,
          client_operation_id: clientOperationId,
          special_ad_categories: special?.categories ?? [],
          ...(special && { special_ad_category_country: special.countries }),
          is_adset_budget_sharing_enabled: false,
        },
        wire.made,
      ),

    createAdSet: (accountId, input) => post(`${accountId}/adsets`, adSetParams(input), wire.made),

    createCreative: (accountId, input) =>
      post(
        `${accountId}/adcreatives`,
        {
          client_operation_id: input.clientOperationId,
          name: input.name,
          object_story_spec: {
            page_id: input.pageId,
            link_data: {
              link: input.link,
              message: input.message,
              name: input.headline,
              ...(input.imageHash !== null && { image_hash: input.imageHash }),
              call_to_action: { type: input.callToAction },
            },
          },
        },
        wire.made,
      ),

    createAd: (accountId, input) =>
      post(
        `${accountId}/ads`,
        {
          client_operation_id: input.clientOperationId,
          name: input.name,
          adset_id: input.adSetId,
          creative: { creative_id: input.creativeId },
          status: "ACTIVE",
        },
        wire.made,
      ),

    setStatus: (id, status) => post(id, { status }, wire.done, true),
  };
}

const adSetParams = (input: CreateAdSet) => ({
  client_operation_id: input.clientOperationId,
  name: input.name,
  campaign_id: input.campaignId,
  status: "ACTIVE",
  targeting: input.targeting,
  billing_event: "IMPRESSIONS",
  optimization_goal: "REACH",
  [input.budget.kind === "daily" ? "daily_budget" : "lifetime_budget"]: input.budget.minor,
  start_time: input.startTime,
  ...(input.endTime !== null && { end_time: input.endTime }),
  ...(input.maxFrequency && {
    frequency_control_specs: [
      {
        event: "IMPRESSIONS",
        interval_days: input.maxFrequency.days,
        max_frequency: input.maxFrequency.times,
      },
    ],
  }),
  dsa_beneficiary: input.beneficiary,
  dsa_payor: input.payor,
});
