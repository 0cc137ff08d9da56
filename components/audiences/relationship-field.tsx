"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import type { Relationship, Rules } from "@/lib/audiences/rules";
import { freshness, parseFreshness } from "./signal-options";

export interface CompanyChoice {
  readonly id: string;
  readonly name: string;
}

interface RelationshipFieldProps {
  rules: Rules;
  companies: readonly CompanyChoice[];
  error: string | undefined;
  onEdit: (rules: Rules) => void;
}

const hows = [
  { value: "", label: "On a list or in a conversation" },
  { value: "customer_list", label: "On a customer list" },
  { value: "conversation", label: "In a conversation" },
];

function switchTo(kind: string, before: Relationship, only: string | undefined): Relationship {
  const companies =
    before.kind === "anyone" ? (only === undefined ? [] : [only]) : [...before.companies];
  if (kind === "works_with") return { kind, companies, by: null, withinDays: null };
  return kind === "new_to" ? { kind, companies } : { kind: "anyone" };
}

/** Anyone, people who already work with companies of the client, or people new to them. */
export function RelationshipField({ rules, companies, error, onEdit }: RelationshipFieldProps) {
  const { relationship } = rules;
  const set = (next: Relationship) => onEdit({ ...rules, relationship: next });
  const only = companies.length === 1 ? companies[0]?.id : undefined;
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        legend="Relationship"
        value={relationship.kind}
        onValueChange={(kind) => set(switchTo(kind, relationship, only))}
        options={[
          { value: "anyone", label: "Anyone" },
          {
            value: "works_with",
            label: "People who already work with a company",
            description: "Only people who allow companies they know to reach them.",
            disabled: companies.length === 0,
          },
          { value: "new_to", label: "People new to a company", disabled: companies.length === 0 },
        ]}
        description={companies.length === 0 && "This client has no company yet. Settings add one."}
      />
      {relationship.kind !== "anyone" && (
        <Fieldset legend="Companies" error={error}>
          {companies.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={relationship.companies.includes(id)}
              onCheckedChange={(on) =>
                set({
                  ...relationship,
                  companies: on
                    ? [...relationship.companies, id]
                    : relationship.companies.filter((each) => each !== id),
                })
              }
            />
          ))}
        </Fieldset>
      )}
      {relationship.kind === "works_with" && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="How they work with it">
            <Select
              options={hows}
              value={relationship.by ?? ""}
              onValueChange={(by) =>
                set({
                  ...relationship,
                  by: by === "customer_list" || by === "conversation" ? by : null,
                })
              }
            />
          </Field>
          <Field label="Last time">
            <Select
              options={[{ value: "", label: "Ever" }, ...freshness]}
              value={relationship.withinDays ?? ""}
              onValueChange={(value) => set({ ...relationship, withinDays: parseFreshness(value) })}
            />
          </Field>
        </div>
      )}
    </div>
  );
}
