import type { Campaign } from "@/lib/campaigns/campaign";
import { addDays } from "@/lib/campaigns/days";
import { formatDay } from "@/lib/format/date";
import { formatShare } from "@/lib/format/share";
import type { CampaignRow } from "./load-standing";
import { paceWord } from "./pace";

/** One thing that waits for a person, with the campaign where it is mended. */
export interface Need {
  readonly kind:
    | "disapproved"
    | "too_small"
    | "half_launched"
    | "slow"
    | "fast"
    | "paused"
    | "ended"
    | "draft";
  readonly clientId: string;
  readonly campaignId: string;
  readonly campaign: string;
  /** What is the matter, in a sentence without the campaign's name. */
  readonly text: string;
  /** What pressing it opens. */
  readonly fix: { readonly label: string; readonly opens: "campaign" | "draft" | "report" };
}

const urgency: readonly Need["kind"][] = [
  "disapproved",
  "too_small",
  "half_launched",
  "slow",
  "fast",
  "paused",
  "ended",
  "draft",
];
const recentDays = 7;

const open = (label: string): Need["fix"] => ({ label, opens: "campaign" });

/** By a person, or by the network because too few people are left. */
const pausedNeed = (issue: string | null): Pick<Need, "kind" | "text" | "fix"> =>
  issue === null
    ? {
        kind: "paused",
        text: "It is paused while its days go by.",
        fix: open("Resume or end"),
      }
    : { kind: "too_small", text: issue, fix: open("See why") };

function standingNeed(row: CampaignRow, today: string): Pick<Need, "kind" | "text" | "fix"> | null {
  const { facts, pace } = row;
  switch (facts.standing) {
    case "disapproved":
      return {
        kind: "disapproved",
        text: "Its ad was not approved, so nothing is shown.",
        fix: open("See why"),
      };
    case "paused":
      return pausedNeed(facts.issue);
    case "ended":
      return facts.days && facts.days.until >= addDays(today, -recentDays)
        ? {
            kind: "ended",
            text: `It ended on ${formatDay(facts.days.until)}.`,
            fix: { label: "Report on it", opens: "report" },
          }
        : null;
    case "running": {
      // A day or two say nothing about pace.
      if (pace === null || row.settledDays < 3) return null;
      const spent = `It spent ${formatShare(pace)} of what was planned in these days.`;
      if (paceWord(pace) === "behind")
        return { kind: "slow", text: spent, fix: open("Find what holds it") };
      if (paceWord(pace) === "ahead")
        return { kind: "fast", text: spent, fix: open("Check the budget") };
      return null;
    }
    case "scheduled":
    case "in_review":
    case "archived":
      return null;
  }
}

function ownNeed(campaign: Campaign): Pick<Need, "kind" | "text" | "fix"> | null {
  switch (campaign.state) {
    case "draft":
      return {
        kind: "draft",
        text: "A draft waits to be launched.",
        fix: { label: "Finish it", opens: "draft" },
      };
    case "launching":
      return {
        kind: "half_launched",
        text: "Its launch was not finished.",
        fix: open("Carry it on"),
      };
    case "launched":
    case "archived":
      return null;
  }
}

/** What waits for somebody at one client, the most urgent first; decided from its campaigns alone. */
export function needsOf(
  clientId: string,
  own: readonly Campaign[],
  rows: readonly CampaignRow[],
  today: string,
): readonly Need[] {
  const rowById = new Map(rows.flatMap((row) => (row.facts.own ? [[row.facts.own.id, row]] : [])));
  return own
    .flatMap((campaign): Need[] => {
      const row = rowById.get(campaign.id);
      const need = ownNeed(campaign) ?? (row ? standingNeed(row, today) : null);
      return need ? [{ ...need, clientId, campaignId: campaign.id, campaign: campaign.name }] : [];
    })
    .sort((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind));
}
