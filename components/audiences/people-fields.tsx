"use client";

import { ComboboxChips } from "@/components/ui/combobox-chips";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { endAges, startAges } from "@/lib/audiences/edit-rules";
import { type Names, nameOf } from "@/lib/audiences/names";
import { ageEnds, ageStarts } from "@/lib/audiences/rule-values";
import type { Rules } from "@/lib/audiences/rules";

interface PeopleFieldsProps {
  rules: Rules;
  names: Names;
  onEdit: (rules: Rules) => void;
}

const starts = ageStarts.map((age) => ({ value: String(age), label: String(age) }));
const ends = ageEnds.map((age) => ({
  value: String(age),
  label: age === 65 ? "65 and over" : String(age),
}));

/** Who they are: ages on the bands, gender, language. */
export function PeopleFields({ rules, names, onEdit }: PeopleFieldsProps) {
  const start = (value: string) => ageStarts.find((age) => String(age) === value) ?? 18;
  const end = (value: string) => ageEnds.find((age) => String(age) === value) ?? 65;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Fieldset legend="Ages">
        <div className="flex items-center gap-2">
          <Field label="From age" hideLabel className="flex-1">
            <Select
              options={starts}
              value={rules.ageMin}
              onValueChange={(value) => onEdit(startAges(rules, start(value)))}
            />
          </Field>
          <span aria-hidden>to</span>
          <Field label="To age" hideLabel className="flex-1">
            <Select
              options={ends}
              value={rules.ageMax}
              onValueChange={(value) => onEdit(endAges(rules, end(value)))}
            />
          </Field>
        </div>
      </Fieldset>
      <RadioGroup
        legend="Gender"
        inline
        className="[&>div]:min-h-9 [&>div]:items-center"
        value={rules.gender ?? "all"}
        onValueChange={(value) =>
          onEdit({ ...rules, gender: value === "female" || value === "male" ? value : null })
        }
        options={[
          { value: "all", label: "All" },
          { value: "female", label: "Women" },
          { value: "male", label: "Men" },
        ]}
      />
      <Field label="Languages" className="sm:col-span-2">
        <ComboboxChips
          items={Object.entries(names.languages).map(([id, label]) => ({ id, label }))}
          value={rules.languages.map((code) => ({
            id: code,
            label: nameOf(names.languages, code),
          }))}
          onValueChange={(options) => onEdit({ ...rules, languages: options.map(({ id }) => id) })}
          placeholder={rules.languages.length === 0 ? "Any language" : "Add a language"}
          empty="No language is called that."
        />
      </Field>
    </div>
  );
}
