"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ComboboxChips } from "@/components/ui/combobox-chips";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import { Field } from "@/components/ui/field";
import type { Place } from "@/lib/ad-api/objects";
import { choosePlaces } from "@/lib/audiences/edit-rules";
import { type Names, nameOf } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";
import { placeSearchQuery } from "./queries";
import { useDebounced } from "./use-debounced";

interface PlacesFieldProps {
  rules: Rules;
  names: Names;
  error: string | undefined;
  onEdit: (rules: Rules) => void;
  onLearn: (places: Readonly<Record<string, string>>) => void;
}

/** Countries and regions in one field. */
export function PlacesField({ rules, names, error, onEdit, onLearn }: PlacesFieldProps) {
  const [query, setQuery] = useState("");
  const settled = useDebounced(query.trim(), 120);
  const found = useQuery(placeSearchQuery(settled));
  const keys = [...rules.countries, ...rules.regions];
  const choose = (options: readonly ComboboxOption[]) => {
    const added = options.filter(({ id }) => !keys.includes(id));
    onLearn(Object.fromEntries(added.map((option) => [option.id, option.label])));
    onEdit(
      choosePlaces(
        rules,
        options.map(({ id }) => id),
      ),
    );
  };
  return (
    <Field label="Where" error={error}>
      <ComboboxChips
        items={settled ? (found.data ?? []).map(placeOption) : []}
        value={keys.map((key) => ({ id: key, label: nameOf(names.places, key) }))}
        onValueChange={choose}
        onQueryChange={setQuery}
        status={statusOf(settled, found.isFetching, found.error)}
        empty="No country or region is called that."
        placeholder={keys.length === 0 ? "Everywhere. Type a country or region" : "Add a place"}
      />
    </Field>
  );
}

const placeOption = ({ key, name, type, country_code }: Place): ComboboxOption => ({
  id: key,
  label: name,
  detail: type === "country" ? "Country" : `Region, ${country_code}`,
});

function statusOf(query: string, isFetching: boolean, error: Error | null): string | null {
  if (!query) return "Type a country or region.";
  if (isFetching) return "Searching";
  return error ? error.message : null;
}
