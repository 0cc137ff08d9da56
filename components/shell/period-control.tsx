"use client";

import { useQueryStates } from "nuqs";
import { useState, useTransition } from "react";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { type DayRange, periodPresets } from "./period-presets";
import { periodParams } from "./search-params";

interface PeriodControlProps {
  /** The day it is in the account's zone, on the network's clock (YYYY-MM-DD). */
  today: string;
  /** What the page shows when the address names no period. */
  standard: DayRange;
  /** Said once beside the days: "Central European Time". */
  zone?: string;
}

/** The period lives in the address (`from`, `to`); changing it asks the server again. */
export function PeriodControl({ today, standard, zone }: PeriodControlProps) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(periodParams, { shallow: false, startTransition });
  const presets = periodPresets(today);
  const from = params.from ?? standard.from;
  const to = params.to ?? standard.to;
  const preset = presets.findIndex((each) => each.from === from && each.to === to);
  const [custom, setCustom] = useState(preset === -1);

  const choose = (value: string) => {
    const next = presets[Number(value)];
    setCustom(!next);
    if (next) void setParams({ from: next.from, to: next.to });
  };

  return (
    <div className="flex flex-wrap items-end gap-2" aria-busy={pending}>
      <Field label="Period" hideLabel className="w-36">
        <Select
          value={custom ? "custom" : String(preset)}
          onValueChange={choose}
          options={[
            ...presets.map(({ label }, index) => ({ value: String(index), label })),
            { value: "custom", label: "Other days" },
          ]}
        />
      </Field>
      {custom && (
        <>
          <Field label="From" hideLabel className="w-36">
            <DateField
              value={from}
              max={to}
              onValueChange={(day) => day && day <= to && void setParams({ from: day, to })}
            />
          </Field>
          <Field label="To" hideLabel className="w-36">
            <DateField
              value={to}
              min={from}
              max={today}
              onValueChange={(day) => day && day >= from && void setParams({ from, to: day })}
            />
          </Field>
        </>
      )}
      <span className="flex h-9 items-center gap-2 text-ink-3 text-sm">
        {zone}
        {pending && <Spinner label="Loading this period" />}
      </span>
    </div>
  );
}
