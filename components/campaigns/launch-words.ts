import type { DraftPlan } from "@/lib/campaigns/campaign";
import { plannedTotalMinor } from "@/lib/campaigns/money";
import { narrowing, rulesToSend } from "@/lib/campaigns/narrow";
import { planOutcome } from "@/lib/campaigns/plan-outcome";
import { plannedMoney } from "@/lib/campaigns/planned-money";
import type { PlanPreview } from "@/lib/campaigns/preview-view";
import { formatDays } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatRange } from "@/lib/format/people";
import type { EditorData } from "./editor-data";
import { relationshipWords } from "./relationship-words";

/** The question before money is spent: to how many people, for how much, when, and from whom. */
export function launchWords(
  plan: DraftPlan,
  { client, audiences }: EditorData,
  preview: PlanPreview | undefined,
): { readonly question: string; readonly consequence: string } {
  const money = plannedMoney({ plan });
  const audience = audiences.find(({ id }) => id === plan.audienceId);
  const company = client.companies.find(({ id }) => id === plan.companyId);
  if (!money || !audience || !company) return { question: "Launch?", consequence: "" };
  const outcome = preview && planOutcome(preview, money);
  const reach = outcome
    ? `${formatRange({ ...outcome.inAll, hidden: false })} people`
    : "this audience";
  const cost = formatMoney(plannedTotalMinor(money), client);
  const onlyCompanyPeople = plan.onlyCompanyPeople !== false;
  const narrowed =
    onlyCompanyPeople && narrowing(audience.rules, company.id).kind === "narrows"
      ? rulesToSend(audience.rules, { companyId: company.id, onlyCompanyPeople })
      : audience.rules;
  const who = relationshipWords(narrowed, client.companies);
  return {
    question: `Launch to ${reach}, up to ${cost}, ${formatDays(money.startDay, money.endDay)}?`,
    consequence: `From ${company.name}, to the audience ${audience.name}. ${who}. After launching, the plan cannot be changed; the campaign can be paused at any time.`,
  };
}
