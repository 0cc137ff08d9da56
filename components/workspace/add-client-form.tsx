"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SelectOption } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { formText } from "@/lib/form-text";
import type { Refusal, Result } from "@/lib/result";
import type { ClientInput } from "@/lib/workspace/client-input";
import { ClientFields } from "./client-fields";
import { FormNotice } from "./form-notice";
import { useSubmit } from "./use-submit";

interface AddClientFormProps {
  currencies: readonly SelectOption[];
  timeZones: readonly SelectOption[];
  createClient: (input: ClientInput) => Promise<Result<{ readonly id: string }, Refusal>>;
}

export function AddClientForm({ currencies, timeZones, createClient }: AddClientFormProps) {
  const [name, setName] = useState("");
  const { error, pending, submit } = useSubmit(createClient, () => {
    toast(`${name} was added.`, { kind: "ok" });
    setName("");
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [currency, timeZone] = [formText(data, "currency"), formText(data, "timeZone")];
    submit({ name, currency, timeZone });
  };
  const fields = error?.fields ?? {};
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
      <FormNotice error={error} />
      <Field label="Name" error={fields.name}>
        <Input autoComplete="off" value={name} onValueChange={setName} required />
      </Field>
      <ClientFields currencies={currencies} timeZones={timeZones} errors={fields} />
      <div>
        <Button type="submit" variant="primary" busy={pending}>
          Add the client
        </Button>
      </div>
    </form>
  );
}
