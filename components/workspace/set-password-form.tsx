"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormNotice } from "./form-notice";
import type { FormAction } from "./form-state";
import { useFormAction } from "./use-form-action";

interface SetPasswordFormProps {
  token: string;
  email: string;
  setPassword: FormAction;
}

export function SetPasswordForm({ token, email, setPassword }: SetPasswordFormProps) {
  const { state, pending, form } = useFormAction(setPassword);
  return (
    <form {...form} className="flex flex-col gap-3">
      <FormNotice error={state.error} />
      <input type="hidden" name="token" value={token} />
      {/* Password managers keep the password under this name. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="New password"
        description="At least 12 characters."
        error={state.error?.fields?.password}
      >
        <Input name="password" type="password" autoComplete="new-password" required />
      </Field>
      <Button type="submit" variant="primary" busy={pending}>
        Set the password
      </Button>
    </form>
  );
}
