import { z } from "zod/mini";

const refusal = z.object({
  error: z.object({ code: z.string(), message: z.string(), id: z.optional(z.string()) }),
});

/** A question to our own server that got no value: a refusal with its code, or no answer at all ("unreachable"). */
export class NoAnswer extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** To quote to support. */
    readonly id?: string,
  ) {
    super(message);
  }
}

interface Question {
  readonly signal?: AbortSignal | undefined;
  /** Posted as JSON; without it the question is a GET. */
  readonly body?: unknown;
}

/** Asks a route handler and parses its answer. Throws NoAnswer; an aborted question throws the signal's own error. */
export async function ask<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  { signal, body }: Question = {},
): Promise<z.output<Schema>> {
  const response = await fetch(path, {
    ...(signal && { signal }),
    ...(body !== undefined && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  }).catch(() => {
    signal?.throwIfAborted();
    throw new NoAnswer("unreachable", "The server cannot be reached.");
  });
  const json: unknown = await response.json().catch(() => null);
  signal?.throwIfAborted();
  if (!response.ok) {
    const { success, data } = refusal.safeParse(json);
    if (success) throw new NoAnswer(data.error.code, data.error.message, data.error.id);
    throw new NoAnswer("failed", `The server answered with an error (${response.status}).`);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new NoAnswer("failed", "The server's answer could not be read.");
  return parsed.data;
}
