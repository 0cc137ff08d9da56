"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { formText } from "@/lib/form-text";
import type { Refusal, Result } from "@/lib/result";
import { tokenDays } from "@/lib/workspace/ad-accounts";
import type { MakeAdTokenInput } from "@/lib/workspace/make-ad-token";
import { FormNotice } from "./form-notice";
import { clientIdOf, type ScopeOption } from "./role-options";
import { useSubmit } from "./use-submit";

const lengths = tokenDays.map((days) => ({
  value: String(days),
  label: days === 0 ? "When it is revoked" : `In ${days} days`,
}));

interface MakeTokenFormProps {
  scopes: readonly ScopeOption[];
  makeToken: (input: MakeAdTokenInput) => Promise<Result<{ readonly token: string }, Refusal>>;
}

export function MakeTokenForm({ scopes, makeToken }: MakeTokenFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [token, setToken] = useState<string | null>(null);
  const { error, pending, submit } = useSubmit(makeToken, (made) => {
    form.current?.reset();
    setToken(made.token);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setToken(null);
    submit({
      name: formText(data, "name"),
      clientId: clientIdOf(formText(data, "client")),
      days: tokenDays.find((days) => String(days) === formText(data, "days")) ?? 90,
      scope: formText(data, "scope") === "manage" ? "manage" : "read",
    });
  };
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
      <FormNotice error={error} />
      <Field label="Name" description="The program that will use it." error={error?.fields?.name}>
        <Input name="name" autoComplete="off" required />
      </Field>
      <Field label="Clients" error={error?.fields?.clientId}>
        <Select name="client" options={scopes} />
      </Field>
      <Field label="Ends" error={error?.fields?.days}>
        <Select name="days" options={lengths} defaultValue="90" />
      </Field>
      <RadioGroup
        legend="It may"
        name="scope"
        defaultValue="read"
        options={[
          { value: "read", label: "Read" },
          { value: "manage", label: "Read and change, and so spend money" },
        ]}
      />
      <div>
        <Button type="submit" variant="primary" busy={pending}>
          Make the token
        </Button>
      </div>
      {token && (
        <Notice kind="ok" live="status" title="The token was made">
          <p className="mb-2">It is shown this one time: keep it safe.</p>
          <CopyField label="Token" value={token} />
        </Notice>
      )}
    </form>
  );
}
