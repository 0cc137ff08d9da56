"use client";

import { useState } from "react";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { plannedDailyMinor, plannedDays, plannedTotalMinor } from "@/lib/campaigns/money";
import { parseMoney, typedMoney } from "@/lib/campaigns/parse-money";
import { plannedMoney } from "@/lib/campaigns/planned-money";
import { formatMoney } from "@/lib/format/money";
import type { EditorData } from "./editor-data";
import { Section } from "./section";
import type { CampaignDraft } from "./use-campaign-draft";

interface WhenSectionProps {
  data: EditorData;
  draft: CampaignDraft;
  done: boolean;
}

const kinds = [
  { value: "daily", label: "A day" },
  { value: "lifetime", label: "In all" },
] as const;

/** Which days, and how much may be spent. */
export function WhenSection({ data: { client, today, zone }, draft, done }: WhenSectionProps) {
  const { plan, change, errors, setErrors } = draft;
  const { kind = "daily", minor = null } = plan.budget ?? {};
  const [typed, setTyped] = useState("");
  // What was typed stays as it was typed, until the amount is changed from elsewhere.
  const isTyped = parseMoney(typed, client.minorUnits) === minor && typed !== "";
  const amount = isTyped ? typed : typedMoney(minor, client.minorUnits);
  const money = plannedMoney({ plan });

  const type = (text: string) => {
    setTyped(text);
    const parsed = parseMoney(text, client.minorUnits);
    change({ budget: { kind, minor: parsed } });
    if (text.trim() !== "" && parsed === null) {
      setErrors((before) => ({ ...before, budget: "Write an amount, as in 1200 or 1200.50." }));
    }
  };

  return (
    <Section id="when" title="When and how much" done={done} description={`Days in ${zone}.`}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="First day" error={errors.startDay}>
          <DateField
            value={plan.startDay ?? ""}
            min={today ?? undefined}
            onValueChange={(startDay) => change({ startDay })}
          />
        </Field>
        <Field label="Last day" error={errors.endDay}>
          <DateField
            value={plan.endDay ?? ""}
            min={plan.startDay || today || undefined}
            onValueChange={(endDay) => change({ endDay })}
          />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={kind === "daily" ? "Budget a day" : "Budget in all"}
          error={errors.budget}
          description={
            money &&
            (kind === "daily"
              ? `Up to ${formatMoney(plannedTotalMinor(money), client)} in ${plannedDays(money)} days`
              : `About ${formatMoney(Math.round(plannedDailyMinor(money)), client)} a day for ${plannedDays(money)} days`)
          }
        >
          <Input
            inputMode="decimal"
            autoComplete="off"
            start={client.currency}
            value={amount}
            onValueChange={type}
          />
        </Field>
        <RadioGroup
          legend="Counted"
          inline
          className="[&>div]:min-h-9 [&>div]:items-center"
          value={kind}
          options={kinds}
          onValueChange={(value) =>
            change({ budget: { kind: value === "daily" ? "daily" : "lifetime", minor } })
          }
        />
      </div>
    </Section>
  );
}
