"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import type { DraftPlan } from "@/lib/campaigns/campaign";
import { objectiveWords, specialCategoryWords } from "@/lib/campaigns/words";
import { Section } from "./section";
import type { CampaignDraft } from "./use-campaign-draft";

const goals = Object.entries(objectiveWords).map(([value, label]) => ({ value, label }));
const categories = [
  { value: "", label: "None" },
  ...Object.entries(specialCategoryWords).map(([value, label]) => ({ value, label })),
];
const windows = [
  { value: "1", label: "a day" },
  { value: "7", label: "in 7 days" },
  { value: "30", label: "in 30 days" },
];

const keyOf = <Words extends object>(words: Words, value: string) =>
  (Object.keys(words) as (keyof Words)[]).find((key) => key === value);

const windowOf = (value: string) => (value === "1" ? 1 : value === "30" ? 30 : 7);

interface RulesSectionProps {
  draft: CampaignDraft;
  done: boolean;
}

/** What the network is asked to do with the money, and what it must not do. */
export function RulesSection({ draft, done }: RulesSectionProps) {
  const { plan, change, errors } = draft;
  const cap: NonNullable<DraftPlan["maxFrequency"]> | null = plan.maxFrequency ?? null;
  return (
    <Section id="rules" title="Rules" done={done}>
      <Field label="Goal" error={errors.objective}>
        <Select
          value={plan.objective ?? "OUTCOME_AWARENESS"}
          options={goals}
          onValueChange={(value) => change({ objective: keyOf(objectiveWords, value) })}
        />
      </Field>
      <RadioGroup
        legend="How often one person may see it"
        inline
        error={errors.maxFrequency}
        value={cap ? "capped" : "free"}
        options={[
          { value: "free", label: "No limit" },
          { value: "capped", label: "At most" },
        ]}
        onValueChange={(value) =>
          change({ maxFrequency: value === "capped" ? { times: 2, days: 7 } : null })
        }
      />
      {cap && (
        <div className="grid max-w-sm grid-cols-2 gap-4">
          <Field label="Times">
            <Input
              type="number"
              min={1}
              max={100}
              value={cap.times}
              onValueChange={(text) => {
                const times = Number(text);
                if (Number.isInteger(times) && times >= 1 && times <= 100) {
                  change({ maxFrequency: { ...cap, times } });
                }
              }}
            />
          </Field>
          <Field label="Counted">
            <Select
              value={String(cap.days)}
              options={windows}
              onValueChange={(value) => change({ maxFrequency: { ...cap, days: windowOf(value) } })}
            />
          </Field>
        </div>
      )}
      <Field
        label="Special ad category"
        error={errors.specialCategory}
        description="Ads about jobs, homes or credit must say so, or the network does not show them."
      >
        <Select
          value={plan.specialCategory ?? ""}
          options={categories}
          onValueChange={(value) =>
            change({ specialCategory: keyOf(specialCategoryWords, value) ?? null })
          }
        />
      </Field>
      <p className="text-ink-2 text-sm">
        The audience is never widened by itself: only people who fit its rules see the ad.
      </p>
    </Section>
  );
}
