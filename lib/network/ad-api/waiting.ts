import type { WhyWaiting } from "@/lib/network/delivery/why-waiting";
import type { AdObject, AdObjectStore } from "./store";

/** Why a running ad set has not begun, as it was last found; null: it may, or has. */
export const waitsFor = ({ status, data }: Pick<AdObject, "status" | "data">): WhyWaiting | null =>
  status === "ACTIVE" && (data.waits_for === "below_gate" || data.waits_for === "no_size")
    ? data.waits_for
    : null;

/** Keeps on an ad set why it has not begun, so that its status says so; written only when it changes. */
export async function noteWaiting(
  objects: AdObjectStore,
  adSetId: number,
  why: WhyWaiting | null,
  at: Date,
): Promise<void> {
  const [adSet] = await objects.getMany([adSetId]);
  if (adSet?.kind !== "adset" || (adSet.data.waits_for ?? null) === why) return;
  await objects.update(adSetId, { data: { waits_for: why }, at });
}

/** Codes of this network's own. */
export const waitingIssues: Readonly<Record<WhyWaiting, object>> = {
  below_gate: {
    level: "AD_SET",
    error_code: 900_102,
    error_type: "HARD_ERROR",
    error_summary: "The audience is too small to begin",
    error_message:
      "An ad set begins once its audience surely holds 1,000 people: by the estimate of the month it does not. Nothing is delivered and nothing is spent. Choose a wider audience.",
  },
  no_size: {
    level: "AD_SET",
    error_code: 900_103,
    error_type: "SOFT_ERROR",
    error_summary: "The audience has no estimate yet",
    error_message:
      "New estimates are used up, so nobody can say whether the audience is large enough to begin. It begins when there is budget again; nothing is spent until then.",
  },
};
