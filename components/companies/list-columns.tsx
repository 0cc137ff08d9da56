"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import {
  type Column,
  type ColumnRole,
  roleNames,
  roles,
} from "@/lib/companies/customer-list/columns";
import type { ListChoice, ListHead } from "@/lib/companies/customer-list/list-reader";
import { locale } from "@/lib/format/locale";
import { StageButtons } from "./stage-buttons";

interface ListColumnsProps {
  head: ListHead;
  fileName: string;
  problem: string | null;
  onBack: () => void;
  onPrepare: (choice: ListChoice) => void;
}

const sent = (role: ColumnRole): boolean => role === "email" || role === "phone";

/** What each column was recognised as, to be put right before anything is hashed. */
export function ListColumns({ head, fileName, problem, onBack, onPrepare }: ListColumnsProps) {
  const [chosen, setChosen] = useState(() => head.columns.map(({ role }) => role));
  const [country, setCountry] = useState("");
  const placeOf = (role: ColumnRole) => (chosen.includes(role) ? chosen.indexOf(role) : null);
  const email = placeOf("email");
  const phone = placeOf("phone");
  const choose = (place: number, role: ColumnRole) =>
    setChosen(
      chosen.map((before, at) => {
        if (at === place) return role;
        return before === role ? "other" : before;
      }),
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { hasHeader, delimiter } = head;
        onPrepare({ hasHeader, delimiter, email, phone, country: country || null });
      }}
    >
      {problem && (
        <Notice kind="bad" live="alert" className="mb-3" title="This file cannot be used">
          {problem}
        </Notice>
      )}
      <p className="mb-3 text-ink-2">
        Columns of <span className="font-medium text-ink">{fileName}</span>. Only the email address
        and the phone number are hashed and sent.
      </p>
      <ul className="divide-y divide-line rounded-md border">
        {head.columns.map((column, place) => (
          <ColumnLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; names may repeat.
            key={place}
            column={column}
            role={chosen[place] ?? "other"}
            onChange={(role) => choose(place, role)}
          />
        ))}
      </ul>
      {phone !== null && (
        <Field
          className="mt-4"
          label="Country of numbers without a country code"
          description="A number that starts with + keeps its own. Without a country, the others are left out."
        >
          <Select
            value={country}
            onValueChange={setCountry}
            options={[{ value: "", label: "None" }, ...countryOptions(head)]}
          />
        </Field>
      )}
      {email === null && phone === null && (
        <Notice kind="warn" live="status" className="mt-4" title="No column to find people by">
          Say which column holds the email address or the phone number.
        </Notice>
      )}
      <StageButtons>
        <Button onClick={onBack}>Choose another file</Button>
        <Button type="submit" variant="primary" disabled={email === null && phone === null}>
          Hash the rows
        </Button>
      </StageButtons>
    </form>
  );
}

function ColumnLine({
  column: { name, samples },
  role,
  onChange,
}: {
  column: Column;
  role: ColumnRole;
  onChange: (role: ColumnRole) => void;
}) {
  return (
    <li className="grid items-center gap-x-4 gap-y-1 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_11rem_7rem]">
      <div className="min-w-0">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-ink-3 text-sm">{samples.join(", ") || "Empty"}</p>
      </div>
      <Select
        aria-label={`What “${name}” holds`}
        value={role}
        onValueChange={(value) => onChange(roles.find((one) => one === value) ?? "other")}
        options={roles.map((value) => ({ value, label: roleNames[value] }))}
      />
      <p className={sent(role) ? "text-sm" : "text-ink-3 text-sm"}>
        {sent(role) ? "Sent as a hash" : "Not needed"}
      </p>
    </li>
  );
}

function countryOptions({ countries }: ListHead) {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return countries
    .map(({ code, calling }) => ({ value: code, label: `${names.of(code) ?? code} (+${calling})` }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
