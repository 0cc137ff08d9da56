import { formatDays } from "@/lib/format/date";
import { type Currency, formatMoney } from "@/lib/format/money";
import type { DraftPlan } from "./campaign";
import { isDay } from "./days";
import { type PlannedMoney, plannedDays, plannedTotalMinor } from "./money";
import { callToActionWords, frequencyWords, objectiveWords, specialCategoryWords } from "./words";

export interface ReviewedSetting {
  readonly label: string;
  /** null: not chosen yet. */
  readonly value: string | null;
  /** What a new campaign has by itself; shown plainly, everything else in bold. */
  readonly isDefault: boolean;
}

interface Names {
  readonly audience: string | null;
  /** The audience's relationship in words: "anyone", "people who work with Lakeside". */
  readonly relationship: string | null;
  readonly company: string | null;
  /** What the switch does in words; null: nothing. */
  readonly narrowed: string | null;
}

/** Every setting of a plan in words, in the order of the form. */
export function reviewPlan(
  plan: DraftPlan,
  names: Names,
  money: PlannedMoney | null,
  currency: Currency,
): readonly ReviewedSetting[] {
  const chosen = (label: string, value: string | null | undefined): ReviewedSetting => ({
    label,
    value: value?.trim() ? value : null,
    isDefault: false,
  });
  const {
    objective = "OUTCOME_AWARENESS",
    callToAction = "LEARN_MORE",
    maxFrequency = null,
  } = plan;
  return [
    chosen("Name", plan.name),
    chosen("Company", names.company),
    chosen("Audience", names.audience),
    { label: "The audience asks for", value: names.relationship, isDefault: true },
    {
      label: "Only people who already work with the company",
      value: names.narrowed ?? (plan.onlyCompanyPeople === false ? "No" : "Yes"),
      isDefault: plan.onlyCompanyPeople !== false,
    },
    chosen("Days", daysWords(plan)),
    chosen("Budget", money && budgetWords(money, currency)),
    chosen("Headline", plan.headline),
    chosen("Text", plan.message),
    chosen("Link", plan.link),
    {
      label: "Button",
      value: callToActionWords[callToAction],
      isDefault: callToAction === "LEARN_MORE",
    },
    { label: "Picture", value: plan.imageHash ? "Uploaded" : "None", isDefault: !plan.imageHash },
    {
      label: "Goal",
      value: objectiveWords[objective],
      isDefault: objective === "OUTCOME_AWARENESS",
    },
    {
      label: "Special ad category",
      value: plan.specialCategory ? specialCategoryWords[plan.specialCategory] : "None",
      isDefault: !plan.specialCategory,
    },
    {
      label: "How often one person sees it",
      value: frequencyWords(maxFrequency),
      isDefault: maxFrequency === null,
    },
    { label: "Widening the audience by itself", value: "Never", isDefault: true },
  ];
}

const budgetWords = (money: PlannedMoney, currency: Currency): string => {
  const total = formatMoney(plannedTotalMinor(money), currency);
  return money.budget.kind === "lifetime"
    ? `${total} in all`
    : `${formatMoney(money.budget.minor, currency)} a day, up to ${total}`;
};

function daysWords({ startDay = "", endDay = "" }: DraftPlan): string | null {
  if (!isDay(startDay) || !isDay(endDay) || endDay < startDay) return null;
  return `${formatDays(startDay, endDay)} (${plannedDays({ startDay, endDay })} days)`;
}
