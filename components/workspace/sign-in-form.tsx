"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormNotice } from "./form-notice";
import type { FormAction } from "./form-state";
import { useFormAction } from "./use-form-action";

export function SignInForm({ signIn, next }: { signIn: FormAction; next: string }) {
  const { state, pending, form } = useFormAction(signIn);
  const fields = state.error?.fields ?? {};
  return (
    <form {...form} className="flex flex-col gap-3">
      <FormNotice error={state.error} />
      <input type="hidden" name="next" value={next} />
      <Field label="Email address" error={fields.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={state.values.email}
          required
        />
      </Field>
      <Field label="Password" error={fields.password}>
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" busy={pending}>
        Sign in
      </Button>
      <p className="text-ink-2 text-sm">
        Forgot your password? An owner of your agency can make you a link to set a new one.
      </p>
    </form>
  );
}
