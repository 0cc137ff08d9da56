"use client";

import { useState, useTransition } from "react";
import type { Refusal, Result } from "@/lib/result";

const unanswered: Refusal = {
  code: "unanswered",
  message: "The server did not answer, so it is not sure that this was saved. Try again.",
};

/** Runs a server action and keeps its refusal until the next try. */
export function useSubmit<Input, Value>(
  action: (input: Input) => Promise<Result<Value>>,
  onDone: (value: Value) => void,
) {
  const [error, setError] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();
  const submit = (input: Input) =>
    start(async () => {
      const result = await action(input).catch(() => ({ ok: false as const, error: unanswered }));
      setError(result.ok ? null : result.error);
      if (result.ok) onDone(result.value);
    });
  return { error, pending, submit, clear: () => setError(null) };
}
