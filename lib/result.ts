/** An expected outcome as a value: refusals are part of a verb's type, only bugs throw. */
export type Result<T, E extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** `fields` maps a form field's path ("budget", "rules.any") to a sentence shown beside it. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <C extends string>(
  code: C,
  message: string,
  fields?: Readonly<Record<string, string>>,
): { readonly ok: false; readonly error: Refusal & { readonly code: C } } => ({
  ok: false,
  error: fields ? { code, message, fields } : { code, message },
});
