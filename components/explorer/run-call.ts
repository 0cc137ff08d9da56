import { z } from "zod/mini";
import type { Answered, Call } from "./explorer-view";

/** The ad API's own path on this server. */
const mount = "/graph/v24.0";

const answered = z.object({
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  durationMs: z.number(),
});

/** Asks the ad API as a program would, with a token that stays in this page. */
export async function runWithToken(call: Call, token: string): Promise<Answered> {
  const query = new URLSearchParams(call.params);
  const inBody = call.method === "POST";
  const began = performance.now();
  const response = await fetch(`${mount}/${call.path}${inBody ? "" : `?${query}`}`, {
    method: call.method,
    headers: { authorization: `Bearer ${token}` },
    credentials: "omit",
    ...(inBody && { body: query }),
  });
  const body = await response.text();
  return {
    status: response.status,
    headers: [...response.headers],
    body,
    durationMs: performance.now() - began,
  };
}

/** Asks it for the signed-in person: the server calls, with a token of its own. */
export async function runAsSession(call: Call): Promise<Answered> {
  const response = await fetch("/api/graph-explorer", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(call),
  });
  const text = await response.text();
  const parsed = answered.safeParse(response.ok ? JSON.parse(text) : null);
  if (parsed.success) return parsed.data;
  return { status: response.status, headers: [...response.headers], body: text, durationMs: 0 };
}
