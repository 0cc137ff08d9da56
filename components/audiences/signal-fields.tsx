"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Rules } from "@/lib/audiences/rules";
import { freshness, parseFreshness, parseStrength, strengths } from "./signal-options";

/** How recent and how strong a signal must be to count, unless an interest says otherwise. */
export function SignalFields({ rules, onEdit }: { rules: Rules; onEdit: (rules: Rules) => void }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Freshness" description="Older signals do not count.">
        <Select
          options={freshness}
          value={rules.withinDays}
          onValueChange={(value) => onEdit({ ...rules, withinDays: parseFreshness(value) ?? 180 })}
        />
      </Field>
      <Field label="Strength" description="How clearly people show the interest.">
        <Select
          options={strengths}
          value={rules.minStrength}
          onValueChange={(value) => onEdit({ ...rules, minStrength: parseStrength(value) ?? 1 })}
        />
      </Field>
    </div>
  );
}
