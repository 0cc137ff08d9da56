import { campaignHref, reportHref } from "@/components/reports/addresses";
import type { Tone } from "@/components/ui/tone";
import type { Need } from "@/lib/reports/needs";
import type { Period } from "@/lib/reports/report";

/** Where a need is mended. */
export function needHref(need: Need, period: Period): string {
  switch (need.fix.opens) {
    case "campaign":
    case "draft":
      return campaignHref(need.campaignId, need.clientId);
    case "report":
      return reportHref(need.clientId, period);
  }
}

export const needLooks: Record<Need["kind"], { tone: Tone; word: string }> = {
  disapproved: { tone: "bad", word: "Not approved" },
  too_small: { tone: "bad", word: "Audience too small" },
  half_launched: { tone: "bad", word: "Launch broken off" },
  slow: { tone: "warn", word: "Too slow" },
  fast: { tone: "warn", word: "Too fast" },
  paused: { tone: "warn", word: "Paused" },
  ended: { tone: "neutral", word: "Ended" },
  draft: { tone: "neutral", word: "Draft" },
};
