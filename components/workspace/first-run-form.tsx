"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SelectOption } from "@/components/ui/select";
import { ClientFields } from "./client-fields";
import { FormNotice } from "./form-notice";
import type { FormAction } from "./form-state";
import { useFormAction } from "./use-form-action";

interface FirstRunFormProps {
  found: FormAction;
  currencies: readonly SelectOption[];
  timeZones: readonly SelectOption[];
}

export function FirstRunForm({ found, currencies, timeZones }: FirstRunFormProps) {
  const { state, pending, form } = useFormAction(found);
  const errors = state.error?.fields ?? {};
  const { values } = state;
  return (
    <form {...form} className="flex flex-col gap-3">
      <FormNotice error={state.error} />
      <Field label="Your name" error={errors.name}>
        <Input name="name" autoComplete="name" defaultValue={values.name} required />
      </Field>
      <Field label="Email address" error={errors.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={values.email}
          required
        />
      </Field>
      <Field label="Password" description="At least 12 characters." error={errors.password}>
        <Input name="password" type="password" autoComplete="new-password" required />
      </Field>
      <Field label="Agency" error={errors.agencyName}>
        <Input
          name="agencyName"
          autoComplete="organization"
          defaultValue={values.agencyName}
          required
        />
      </Field>
      <Field
        label="First client"
        description="Whose audiences and campaigns you make; it gets an ad account of its own."
        error={errors.clientName}
      >
        <Input name="clientName" autoComplete="off" defaultValue={values.clientName} required />
      </Field>
      <ClientFields currencies={currencies} timeZones={timeZones} errors={errors} values={values} />
      <Button type="submit" variant="primary" busy={pending}>
        Create the agency
      </Button>
    </form>
  );
}
