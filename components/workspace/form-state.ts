import type { Refusal } from "@/lib/result";

/** What a form's server action answers when it stays on the page: why, and what was typed (never a password). */
export interface FormState {
  readonly error: Refusal | null;
  readonly values: Readonly<Record<string, string>>;
}

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

export const emptyForm: FormState = { error: null, values: {} };
