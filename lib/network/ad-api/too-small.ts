import { z } from "zod/mini";
import { pausedByNetwork } from "./activity";
import type { AdObject, AdObjectStore, ConfiguredStatus } from "./store";
import { waitingIssues, waitsFor } from "./waiting";

const noted = z.object({ too_small_since: z.optional(z.nullable(z.iso.datetime())) });

/** Whether the network itself paused the object because its audience fell below the floor, and nobody has switched it since. */
export const isTooSmall = ({ status, data }: Pick<AdObject, "status" | "data">): boolean =>
  status === "PAUSED" && typeof noted.parse(data).too_small_since === "string";

/**
 * Pauses an ad set whose audience fell below the floor, and its campaign when no other ad set of it is on. The reason stands on both
 * (`issues_info`) until somebody switches them.
 */
export async function pauseTooSmall(
  objects: AdObjectStore,
  adSetId: number,
  at: Date,
): Promise<void> {
  const [adSet] = await objects.getMany([adSetId]);
  if (adSet?.kind !== "adset" || adSet.status !== "ACTIVE") return;
  const pause = { status: "PAUSED", data: { too_small_since: at.toISOString() }, at } as const;
  await objects.update(adSetId, { ...pause, activities: [pausedByNetwork(adSet, at)] });
  const [campaign] = await objects.getMany(adSet.parentId === null ? [] : [adSet.parentId]);
  if (campaign?.status !== "ACTIVE") return;
  const siblings = await objects.list({ kind: "adset", parentIds: [campaign.id] });
  if (siblings.some(({ status }) => status === "ACTIVE")) return;
  await objects.update(campaign.id, { ...pause, activities: [pausedByNetwork(campaign, at)] });
}

/** What goes with writing a status: the reason is gone, and with a campaign its ad sets that the network paused go on too. */
export async function switchedByHand(
  objects: AdObjectStore,
  object: AdObject,
  status: ConfiguredStatus,
  at: Date,
): Promise<void> {
  const goOn = { status, data: { too_small_since: null }, at };
  if (object.data.too_small_since) await objects.update(object.id, goOn);
  if (object.kind !== "campaign" || status !== "ACTIVE") return;
  for (const adSet of await objects.list({ kind: "adset", parentIds: [object.id] })) {
    if (isTooSmall(adSet)) await objects.update(adSet.id, goOn);
  }
}

/** `issues_info` as the wire has it; left out without any. */
export function issuesOf(object: AdObject): readonly unknown[] | undefined {
  const waiting = waitsFor(object);
  if (waiting) return [waitingIssues[waiting]];
  if (!isTooSmall(object)) return undefined;
  return [
    {
      level: object.kind === "campaign" ? "CAMPAIGN" : "AD_SET",
      error_code: tooSmallCode,
      error_type: "HARD_ERROR",
      error_summary: "The audience is too small",
      error_message:
        "Fewer than 1,000 people of the audience can be reached: people opted out, or their signals ran out. Delivery was paused. Choose a wider audience to go on.",
    },
  ];
}

/** A code of this network's own. */
const tooSmallCode = 900_101;
