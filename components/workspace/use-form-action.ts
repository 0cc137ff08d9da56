"use client";

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import { emptyForm, type FormAction } from "./form-state";

/**
 * A form that works before the page has woken up, and afterwards keeps everything typed when it is refused: React
 * empties a form whose `action` ran, so the page submits it by hand.
 */
export function useFormAction(action: FormAction) {
  const [state, run, pending] = useActionState(action, emptyForm);
  const ref = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (!state.error) return;
    ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    startTransition(() => run(data));
  };
  return { state, pending, form: { ref, action: run, onSubmit, noValidate: true } };
}
