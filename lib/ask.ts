/** Reads an answer: any zod schema, or `asSent` where the server that shaped the answer is our own. */
interface Reader<T> {
  safeParse(
    json: unknown,
  ): { readonly success: true; readonly data: T } | { readonly success: false };
}

/** Takes the answer as our own handler shaped it, which parsed what came from outside: a schema costs the first load 17 KB. */
export const asSent = <T>(): Reader<T> => ({
  safeParse: (json) => ({ success: true, data: json as T }),
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
export async function ask<T>(
  path: string,
  reader: Reader<T>,
  { signal, body }: Question = {},
): Promise<T> {
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
  if (!response.ok) throw noAnswer(response.status, json);
  const parsed = reader.safeParse(json);
  if (json === null || !parsed.success) {
    throw new NoAnswer("failed", "The server's answer could not be read.");
  }
  return parsed.data;
}

/** Handlers refuse with `{error: {code, message, id?}}`; anything else is an error page. */
function noAnswer(status: number, json: unknown): NoAnswer {
  const { error } = (json ?? {}) as { error?: Record<string, unknown> };
  if (typeof error?.code !== "string" || typeof error.message !== "string") {
    return new NoAnswer("failed", `The server answered with an error (${status}).`);
  }
  const id = typeof error.id === "string" ? error.id : undefined;
  return new NoAnswer(error.code, error.message, id);
}
