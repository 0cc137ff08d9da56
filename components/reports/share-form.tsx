"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import type { Period } from "@/lib/reports/report";
import { shareDays, shareScope, usualShareDays } from "@/lib/reports/share";
import type { Refusal } from "@/lib/result";
import type { ShareActions } from "./share-button";

interface ShareFormProps {
  clientId: string;
  period: Period;
  createShare: ShareActions["createShare"];
  onCreated: (url: string) => void;
}

const expiries = shareDays.map((days) => ({
  value: String(days),
  label: days === 365 ? "After a year" : `After ${days} days`,
}));

/** Scope, expiry and password of a new link; what was typed stays when it is refused. */
export function ShareForm({ clientId, period, createShare, onCreated }: ShareFormProps) {
  const [pending, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const scope = shareScope.safeParse(form.get("scope"));
    startTransition(async () => {
      const made = await createShare({
        clientId,
        ...period,
        scope: scope.success ? scope.data : "numbers",
        expiresInDays: Number(form.get("days")),
        password: password || null,
      });
      if (made.ok) onCreated(made.value.url);
      else setRefusal(made.error);
    });
  };
  const fields = refusal?.fields ?? {};
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <RadioGroup
        legend="What it shows"
        name="scope"
        defaultValue="numbers"
        options={[
          {
            value: "numbers",
            label: "Numbers only",
            description: "Campaigns by name, without whom they were for.",
          },
          {
            value: "with_audience",
            label: "Numbers and audiences",
            description: "Also whom each campaign was for, in words.",
          },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Stops working" error={fields.expiresInDays}>
          <Select name="days" defaultValue={String(usualShareDays)} options={expiries} />
        </Field>
        <Field
          label="Password"
          optional
          error={fields.password}
          description="Tell it by another way than the link."
        >
          <Input
            type="password"
            autoComplete="new-password"
            value={password}
            onValueChange={setPassword}
          />
        </Field>
      </div>
      {refusal && !fields.password && !fields.expiresInDays && (
        <Notice kind="bad" live="alert" title="The link was not made">
          {refusal.message}
        </Notice>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={pending}>
          Make a link
        </Button>
      </div>
    </form>
  );
}
