"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Refusal } from "@/lib/result";

interface SharePasswordProps {
  token: string;
  /** Comes back only when it was refused. */
  unlock: (token: string, password: string) => Promise<Refusal>;
}

export function SharePassword({ token, unlock }: SharePasswordProps) {
  const [pending, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => setRefusal(await unlock(token, password)));
  };
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center p-6">
      <h1 className="font-semibold text-lg">A shared report</h1>
      <p className="mt-1 text-ink-2">
        It is protected by a password. Whoever sent the link can tell you.
      </p>
      <form onSubmit={submit} className="mt-4 flex flex-col gap-3" noValidate>
        <Field label="Password" error={refusal?.message}>
          <Input
            type="password"
            autoComplete="current-password"
            autoFocus
            value={password}
            onValueChange={setPassword}
          />
        </Field>
        <Button type="submit" variant="primary" busy={pending} className="self-start">
          Open the report
        </Button>
      </form>
    </main>
  );
}
