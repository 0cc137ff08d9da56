import type { DraftPlan } from "@/lib/campaigns/campaign";
import { plannedMoney } from "@/lib/campaigns/planned-money";
import { type ReviewedSetting, reviewPlan } from "@/lib/campaigns/review-plan";
import type { EditorData } from "./editor-data";
import { cannotNarrow, relationshipWords } from "./relationship-words";

/** A plan's settings in words, with the names that its ids stand for. */
export function settingsOf(
  plan: DraftPlan,
  { client, audiences }: Pick<EditorData, "client" | "audiences">,
): readonly ReviewedSetting[] {
  const audience = audiences.find(({ id }) => id === plan.audienceId);
  const company = client.companies.find(({ id }) => id === plan.companyId);
  return reviewPlan(
    plan,
    {
      audience: audience?.name ?? null,
      relationship: audience ? relationshipWords(audience.rules, client.companies) : null,
      company: company?.name ?? null,
      narrowed:
        audience && company ? cannotNarrow(audience.rules, company.id, client.companies) : null,
    },
    plannedMoney({ plan }),
    client,
  );
}
