// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Rules } from "@/lib/audiences/rules";
import { aRules } from "@/lib/audiences/testing";
import { aPanel, aRange } from "@/lib/audiences/testing-world";
import { useReach } from "./use-reach";

/** Questions on their way, by the first country asked for; each is answered when the test says so. */
function aSlowServer() {
  const asked: {
    country: string;
    precision: string;
    answer: (response: Response) => void;
    aborted: boolean;
  }[] = [];
  vi.stubGlobal("fetch", (_: string, { body, signal }: RequestInit) => {
    const { rules, precision } = JSON.parse(String(body)) as { rules: Rules; precision: string };
    return new Promise<Response>((resolve, reject) => {
      const question = {
        country: rules.countries[0] ?? "everywhere",
        precision,
        answer: resolve,
        aborted: false,
      };
      asked.push(question);
      signal?.addEventListener("abort", () => {
        question.aborted = true;
        reject(new DOMException("", "AbortError"));
      });
    });
  });
  const find = (country: string) => asked.findLast((each) => each.country === country);
  return {
    asked,
    people: async (country: string, shown: number) => {
      find(country)?.answer(Response.json(aPanel({ nod_range: aRange(shown) })));
      await act(() => vi.advanceTimersByTimeAsync(0));
    },
    small: async (country: string, shown: number) => {
      const panel = aPanel({ nod_range: aRange(shown), nod_can_sharpen: true });
      find(country)?.answer(Response.json(panel));
      await act(() => vi.advanceTimersByTimeAsync(0));
    },
    refuse: async (country: string, status: number, code: string) => {
      find(country)?.answer(Response.json({ error: { code, message: "No." } }, { status }));
      await act(() => vi.advanceTimersByTimeAsync(0));
    },
  };
}

function watch(first: Rules) {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const hook = renderHook(({ rules }) => useReach({ clientId: "c1", rules }, true), {
    wrapper,
    initialProps: { rules: first },
  });
  return {
    reach: () => hook.result.current,
    edit: async (rules: Rules) => {
      hook.rerender({ rules });
      await act(() => vi.advanceTimersByTimeAsync(100));
    },
  };
}

const india = aRules({ countries: ["IN"] });
const brazil = aRules({ countries: ["BR"] });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the answer to an older question is never shown for a newer one", async () => {
  const server = aSlowServer();
  const { reach, edit } = watch(india);
  await act(() => vi.advanceTimersByTimeAsync(100));
  await edit(brazil);
  expect(server.asked.map(({ country, aborted }) => [country, aborted])).toEqual([
    ["IN", true],
    ["BR", false],
  ]);
  await server.people("BR", 7_000);
  await server.people("IN", 1_000_000);
  expect(reach()).toMatchObject({ isUpdating: false, answers: { countries: ["BR"] } });
  expect(reach().panel?.nod_range.shown).toBe(7_000);
});

test("the last number stays, said to be updating, until the newest question has its own", async () => {
  const server = aSlowServer();
  const { reach, edit } = watch(india);
  await act(() => vi.advanceTimersByTimeAsync(100));
  expect(reach()).toMatchObject({ panel: null, isUpdating: true });
  await server.people("IN", 5_000);
  expect(reach().isUpdating).toBe(false);
  await edit(brazil);
  expect(reach()).toMatchObject({ isUpdating: true, answers: { countries: ["IN"] } });
  expect(reach().panel?.nod_range.shown).toBe(5_000);
});

test("a refusal keeps the number of the rules before, and says which refusal", async () => {
  const server = aSlowServer();
  const { reach, edit } = watch(india);
  await act(() => vi.advanceTimersByTimeAsync(100));
  await server.people("IN", 5_000);
  await edit(brazil);
  await server.refuse("BR", 429, "budget_spent");
  expect(reach().failure?.code).toBe("budget_spent");
  expect(reach()).toMatchObject({ isUpdating: false, answers: { countries: ["IN"] } });
  await edit(india);
  expect(reach()).toMatchObject({ failure: null, isUpdating: false });
});

test("what is half chosen is no new question", async () => {
  const server = aSlowServer();
  const { edit } = watch(india);
  await act(() => vi.advanceTimersByTimeAsync(100));
  await server.people("IN", 5_000);
  await edit({ ...india, must: [[]] });
  expect(server.asked).toHaveLength(1);
});

test("while the engine is away it says so, asks again by itself and shows the number when it is back", async () => {
  const server = aSlowServer();
  const { reach } = watch(india);
  await act(() => vi.advanceTimersByTimeAsync(100));
  await server.refuse("IN", 503, "unavailable");
  expect(reach()).toMatchObject({ isUpdating: false, panel: null });
  expect(reach().failure?.code).toBe("unavailable");
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(server.asked).toHaveLength(2);
  expect(reach().failure?.code).toBe("unavailable");
  await server.people("IN", 5_000);
  expect(reach()).toMatchObject({ failure: null, isUpdating: false });
  expect(reach().panel?.nod_range.shown).toBe(5_000);
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(server.asked).toHaveLength(2);
});

test("a refused sharpening keeps the live number as the answer to these rules", async () => {
  const server = aSlowServer();
  const page = watch(aRules({ countries: ["DE"] }));
  await server.small("DE", 4_000);
  await act(async () => page.reach().sharpen?.());
  await server.refuse("DE", 429, "budget_spent");
  expect(page.reach()).toMatchObject({ isUpdating: false, keepsLive: true, sharpen: null });
  expect(page.reach().failure?.code).toBe("budget_spent");
  expect(page.reach().panel?.nod_range.shown).toBe(4_000);
  await page.edit(aRules({ countries: ["BR"] }));
  await server.refuse("BR", 429, "budget_spent");
  expect(page.reach()).toMatchObject({ keepsLive: false, answers: { countries: ["DE"] } });
});

test("sharpening asks once more about the same rules, and an edit goes back to live answers", async () => {
  const server = aSlowServer();
  const page = watch(aRules({ countries: ["DE"] }));
  await server.small("DE", 4_000);
  await act(async () => page.reach().sharpen?.());
  expect(server.asked.map(({ precision }) => precision)).toEqual(["live", "sharp"]);
  expect(page.reach()).toMatchObject({ isUpdating: true, panel: { nod_range: { shown: 4_000 } } });
  await server.people("DE", 4_150);
  expect(page.reach()).toMatchObject({ panel: { nod_range: { shown: 4_150 } }, sharpen: null });
  await page.edit(aRules({ countries: ["BR"] }));
  expect(server.asked.at(-1)).toMatchObject({ country: "BR", precision: "live" });
});
