import { z } from "zod/mini";
import { ad, adSet, campaign, creative, insightRow } from "./objects";
import { change, panel, range } from "./panel";

/** Answers of the wire as the client reads them. Unknown fields are ignored. */
const listOf = <T>(item: z.ZodMiniType<T>) =>
  z.object({
    data: z.array(item),
    paging: z.optional(
      z.object({
        cursors: z.optional(z.object({ after: z.optional(z.string()) })),
        next: z.optional(z.string()),
      }),
    ),
  });

export const campaignList = listOf(campaign);
export const adSetList = listOf(adSet);
export const adList = listOf(ad);
export const insightList = listOf(insightRow);
export const oneCampaign = campaign;
export const oneCreative = creative;
export const made = z.object({ id: z.string() });
export const done = z.object({ success: z.literal(true) });
export const clock = z.object({ now: z.string(), rate: z.number() });
export const reachEstimate = z.object({ data: panel });

export const deliveryEstimate = z.object({
  data: z.array(
    z.object({
      daily_outcomes_curve: z.array(
        z.object({ spend: z.number(), impressions: z.number(), reach: z.number() }),
      ),
    }),
  ),
});

export const images = z.object({
  images: z.record(z.string(), z.object({ hash: z.string(), url: z.string() })),
});

export const segmentList = listOf(
  z.object({
    id: z.string(),
    name: z.string(),
    path: z.array(z.string()),
    nod_kind: z.literal(["interest", "purchase"]),
    nod_policy: z.literal(["allowed", "restricted"]),
    nod_reason: z.optional(z.string()),
    nod_parent: z.boolean(),
    nod_parent_id: z.nullable(z.string()),
    nod_size: z.optional(range),
  }),
);

export const placeList = listOf(
  z.object({
    key: z.string(),
    name: z.string(),
    type: z.literal(["country", "region"]),
    country_code: z.string(),
  }),
);

export const overlap = z.object({
  data: z.object({
    total: range,
    cells: z.array(z.object({ campaign_ids: z.array(z.string()), range })),
  }),
});

export const knownReach = z.object({
  data: z.array(
    z.object({
      nod_range: z.nullable(range),
      nod_as_of: z.nullable(z.string()),
      nod_change: z.nullable(change),
    }),
  ),
});

const specs = z.array(z.number());
export const audienceOverlap = z.object({
  data: z.object({
    total: range,
    as_of: z.string(),
    cells: z.array(z.object({ specs, range })),
    sizes: z.array(z.object({ specs, range })),
    order: z.array(z.object({ specs, adds: range, reached: range })),
  }),
});
