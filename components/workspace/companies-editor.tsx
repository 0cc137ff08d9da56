"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { ClientCompany } from "@/lib/workspace/actor";
import { companySearchQuery } from "./queries";

const relations = [
  { value: "owns", label: "Owns" },
  { value: "may_use", label: "May use" },
];

interface CompaniesEditorProps {
  companies: readonly ClientCompany[];
  onChange: (companies: readonly ClientCompany[]) => void;
  error: string | undefined;
}

export function CompaniesEditor({ companies, onChange, error }: CompaniesEditorProps) {
  const [text, setText] = useState("");
  const found = useQuery(companySearchQuery(text));
  const chosen = new Set(companies.map(({ id }) => id));
  const items = (found.data ?? [])
    .filter(({ id }) => !chosen.has(id))
    .map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <Field label="Add a company" error={error}>
        <Combobox
          key={companies.length}
          items={items}
          value={null}
          onQueryChange={setText}
          status={found.error?.message ?? null}
          placeholder="Type a part of its name"
          onValueChange={(option) => {
            if (!option) return;
            setText("");
            onChange([...companies, { id: option.id, name: option.label, relation: "owns" }]);
          }}
        />
      </Field>
      {companies.length === 0 && <p className="text-ink-2">No companies yet.</p>}
      <ul className="flex flex-col gap-2">
        {companies.map((company) => (
          <li key={company.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">{company.name}</span>
            <Field label={`What the client is to ${company.name}`} hideLabel className="w-32">
              <Select
                options={relations}
                value={company.relation}
                onValueChange={(value) =>
                  onChange(
                    companies.map((one) =>
                      one.id === company.id
                        ? { ...one, relation: value === "owns" ? "owns" : "may_use" }
                        : one,
                    ),
                  )
                }
              />
            </Field>
            <IconButton
              label={`Remove ${company.name}`}
              icon={<X aria-hidden />}
              onClick={() => onChange(companies.filter(({ id }) => id !== company.id))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
