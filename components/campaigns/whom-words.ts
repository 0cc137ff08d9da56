import type { DraftPlan } from "@/lib/campaigns/campaign";
import { narrowing } from "@/lib/campaigns/narrow";
import type { EditorData } from "./editor-data";

/**
 * Whose number stands in the summary: launching asks about the people the ad goes to, which may be fewer than the audience's own
 * page says. Empty while nothing is chosen.
 */
export function whomWords(
  plan: DraftPlan,
  { client, audiences }: Pick<EditorData, "client" | "audiences">,
): string {
  const audience = audiences.find(({ id }) => id === plan.audienceId);
  const company = client.companies.find(({ id }) => id === plan.companyId);
  if (!audience || !company) return "";
  const isNarrowed =
    plan.onlyCompanyPeople !== false && narrowing(audience.rules, company.id).kind === "narrows";
  return isNarrowed
    ? `Of ${audience.name}, only people who already work with ${company.name}`
    : `All of ${audience.name}`;
}
