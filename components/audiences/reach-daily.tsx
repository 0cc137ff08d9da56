"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { peopleAtBudget, typicalBudget } from "@/lib/audiences/people-at-budget";
import { formatMoney } from "@/lib/format/money";
import { formatAboutPeople } from "@/lib/format/people";
import { dailyReachQuery, type Question } from "./queries";

/** People a day's budget would reach: another number than the people who fit, so another noun. */
export function ReachDaily({ clientId, rules }: Question) {
  const { data, isFetching } = useQuery(dailyReachQuery({ clientId, rules }));
  const [typed, setTyped] = useState<string | null>(null);
  if (!data) return null;
  const { curve, money } = data;
  const typical = typicalBudget(curve, money.minorUnits);
  if (typical === null) {
    return <p className="text-ink-2 text-sm">No forecast of people reached a day: too few fit.</p>;
  }
  const budget = typed === null ? typical : Math.round(Number(typed) * money.minorUnits) || 0;
  const people = peopleAtBudget(curve, budget);
  return (
    <section aria-labelledby="daily" aria-busy={isFetching}>
      <h3 id="daily" className="mb-1.5 font-medium text-sm">
        People you would reach
      </h3>
      <Field label="A day's budget" hideLabel>
        <Input
          inputMode="decimal"
          start={money.currency}
          value={typed ?? String(typical / money.minorUnits)}
          onValueChange={(value) => setTyped(value.replaceAll(/[^\d.]/g, ""))}
        />
      </Field>
      <p className="mt-1 text-ink-2 text-sm">
        {people === null
          ? "Type a budget."
          : `About ${formatAboutPeople(people)} people a day at ${formatMoney(budget, money)}`}
      </p>
    </section>
  );
}
