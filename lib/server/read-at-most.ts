/** The body's bytes; null: there were more than `most`, and the rest is not read. */
export async function readAtMost(request: Request, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** As long as the longest rules are, and some more: a server action's body may be as large. */
const longestJson = 1024 * 1024;

/** The body as JSON; null: it is too long, or no JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readAtMost(request, longestJson);
  if (!bytes) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
