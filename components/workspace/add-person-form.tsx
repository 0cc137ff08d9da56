"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { formText } from "@/lib/form-text";
import type { Refusal, Result } from "@/lib/result";
import { roles } from "@/lib/workspace/actor";
import type { AddPersonInput } from "@/lib/workspace/add-person";
import { FormNotice } from "./form-notice";
import { clientIdOf, roleOptions, type ScopeOption } from "./role-options";
import { useSubmit } from "./use-submit";

interface AddPersonFormProps {
  scopes: readonly ScopeOption[];
  addPerson: (input: AddPersonInput) => Promise<Result<{ readonly link: string | null }, Refusal>>;
}

export function AddPersonForm({ scopes, addPerson }: AddPersonFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [link, setLink] = useState<string | null | undefined>(undefined);
  const { error, pending, submit } = useSubmit(addPerson, (added) => {
    form.current?.reset();
    setLink(added.link);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const asked = formText(data, "role");
    setLink(undefined);
    submit({
      name: formText(data, "name"),
      email: formText(data, "email"),
      clientId: clientIdOf(formText(data, "scope")),
      role: roles.find((role) => role === asked) ?? "viewer",
    });
  };
  const fields = error?.fields ?? {};
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
      <FormNotice error={error} />
      <Field label="Name" error={fields.name}>
        <Input name="name" autoComplete="off" required />
      </Field>
      <Field label="Email address" error={fields.email}>
        <Input name="email" type="email" autoComplete="off" required />
      </Field>
      <Field label="Clients" error={fields.clientId}>
        <Select name="scope" options={scopes} />
      </Field>
      <Field label="Role" error={fields.role}>
        <Select name="role" options={roleOptions} defaultValue="viewer" />
      </Field>
      <div>
        <Button type="submit" variant="primary" busy={pending}>
          Add the person
        </Button>
      </div>
      {link && (
        <Notice kind="ok" live="status" title="They were added">
          <p className="mb-2">
            No mail is sent: hand them this link. It is shown once, and works once, for 24 hours.
          </p>
          <CopyField label="Their link to set a password" value={link} />
        </Notice>
      )}
      {link === null && (
        <Notice kind="ok" live="status" title="They were added">
          They have an account already and sign in as before.
        </Notice>
      )}
    </form>
  );
}
