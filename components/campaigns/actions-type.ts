import type { DraftPlan } from "@/lib/campaigns/campaign";
import type { Refusal, Result } from "@/lib/result";

/** The server actions of campaigns, as pages hand them to the screens. */
export interface OneCampaign {
  readonly clientId: string;
  readonly campaignId: string;
}

export type DoToCampaign = (input: OneCampaign) => Promise<Result<true>>;

export type Launch = (
  input: OneCampaign & { version: number },
) => Promise<Result<{ state: "launched" }>>;

export type SaveDraft = (
  input: OneCampaign & { version: number; plan: DraftPlan },
) => Promise<
  | { ok: true; value: { version: number; at: string } }
  | { ok: false; error: Refusal; theirs?: { plan: DraftPlan; version: number } }
>;
