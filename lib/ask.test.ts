import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod/mini";
import { ask } from "./ask";

const people = z.object({ people: z.number() });
const answering = (status: number, body: unknown) =>
  vi.stubGlobal("fetch", async () => Response.json(body, { status }));

afterEach(() => {
  vi.unstubAllGlobals();
});

test("an answer is parsed", async () => {
  answering(200, { people: 3 });
  expect(await ask("/api/x", people)).toEqual({ people: 3 });
});

test("a refusal keeps its code, its sentence and the id to quote", async () => {
  answering(429, { error: { code: "budget_spent", message: "Spent.", id: "T1" } });
  await expect(ask("/api/x", people)).rejects.toMatchObject({
    code: "budget_spent",
    message: "Spent.",
    id: "T1",
  });
});

test("an error page, an unreadable answer and no answer each say what they are", async () => {
  vi.stubGlobal("fetch", async () => new Response("<html>", { status: 500 }));
  await expect(ask("/api/x", people)).rejects.toMatchObject({ code: "failed" });
  answering(200, { people: "many" });
  await expect(ask("/api/x", people)).rejects.toMatchObject({ code: "failed" });
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("offline")));
  await expect(ask("/api/x", people)).rejects.toMatchObject({ code: "unreachable" });
});

test("an aborted question is no failure of the server", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new DOMException("", "AbortError")));
  const signal = AbortSignal.abort();
  await expect(ask("/api/x", people, { signal })).rejects.toMatchObject({ name: "AbortError" });
});
