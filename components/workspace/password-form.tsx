"use client";

import { type FormEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { formText } from "@/lib/form-text";
import type { Refusal, Result } from "@/lib/result";
import { FormNotice } from "./form-notice";
import { useSubmit } from "./use-submit";

interface PasswordInput {
  readonly current: string;
  readonly password: string;
}

interface PasswordFormProps {
  email: string;
  changePassword: (input: PasswordInput) => Promise<Result<null, Refusal>>;
}

export function PasswordForm({ email, changePassword }: PasswordFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { error, pending, submit } = useSubmit(changePassword, () => {
    form.current?.reset();
    toast("Your password was changed.", { kind: "ok" });
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    submit({ current: formText(data, "current"), password: formText(data, "password") });
  };
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
      <FormNotice error={error} />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Current password" error={error?.fields?.current}>
        <Input name="current" type="password" autoComplete="current-password" required />
      </Field>
      <Field
        label="New password"
        description="At least 12 characters."
        error={error?.fields?.password}
      >
        <Input name="password" type="password" autoComplete="new-password" required />
      </Field>
      <div>
        <Button type="submit" busy={pending}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
