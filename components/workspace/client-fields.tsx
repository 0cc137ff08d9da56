"use client";

import { useEffect, useState } from "react";
import { Field } from "@/components/ui/field";
import { Select, type SelectOption } from "@/components/ui/select";
import { modernZone } from "@/lib/workspace/time-zones";

interface ClientFieldsProps {
  currencies: readonly SelectOption[];
  timeZones: readonly SelectOption[];
  errors: Readonly<Record<string, string>>;
  values?: Readonly<Record<string, string>>;
}

/** Money and clock of a client's ad account. The zone begins as this computer's. */
export function ClientFields({ currencies, timeZones, errors, values = {} }: ClientFieldsProps) {
  const [zone, setZone] = useState(values.timeZone ?? "UTC");
  useEffect(() => {
    const here = modernZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (!values.timeZone && timeZones.some(({ value }) => value === here)) setZone(here);
  }, [values.timeZone, timeZones]);
  return (
    <>
      <Field label="Currency" error={errors.currency}>
        <Select name="currency" options={currencies} defaultValue={values.currency ?? "EUR"} />
      </Field>
      <Field
        label="Time zone"
        description="Days of budgets and reports begin at midnight there. Neither can be changed later."
        error={errors.timeZone}
      >
        <Select name="timeZone" options={timeZones} value={zone} onValueChange={setZone} />
      </Field>
    </>
  );
}
