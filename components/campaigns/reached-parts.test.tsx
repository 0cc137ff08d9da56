// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { CampaignParts, PartName } from "@/lib/campaigns/parts-view";
import { ReachedParts } from "./reached-parts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const range = { since: "2026-09-01", until: "2026-09-27", without: null, modelled: false } as const;
const answers: Partial<Record<PartName, CampaignParts>> = {
  frequency: {
    ...{ ...range, by: "frequency", modelled: true },
    parts: [
      { value: "1", share: 0.5, people: 5_000 },
      { value: "2", share: 0.3, people: 3_000 },
      { value: "6-10", share: 0.2, people: 2_000 },
    ],
  },
  place: { ...range, by: "place", parts: [{ value: "DE", share: 1, people: null }] },
  age: { ...range, by: "age", without: "few", parts: [] },
};

/** The splits that were asked for. */
function aPage(): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: RequestInit) => {
    const { by } = JSON.parse(String(body)) as { by: PartName };
    asked.push(by);
    const answer = answers[by];
    return answer
      ? Response.json(answer)
      : Response.json({ error: { code: "unavailable", message: "No answer." } }, { status: 503 });
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReachedParts campaignId="k1" name="Autumn" />
    </QueryClientProvider>,
  );
  return asked;
}

const rows = () =>
  within(screen.getByRole("table"))
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent);

test("how often people saw it stands there exactly and at least, as a table too", async () => {
  aPage();
  fireEvent.click(await screen.findByRole("button", { name: "Show as table" }));
  expect(rows()).toEqual(["1about 5K (50%)", "2about 3K (30%)", "6–10about 2K (20%)"]);
  fireEvent.click(screen.getByRole("radio", { name: "At least" }));
  expect(rows()).toEqual(["1+about 10K (100%)", "2+about 5K (50%)", "6+about 2K (20%)"]);
  expect(screen.getByText(/1–27 Sept? 2026. Computed from released numbers/)).toBeTruthy();
});

test("a split is asked for when it is chosen and not before, and shares stand alone where people are too few", async () => {
  const asked = aPage();
  await screen.findByRole("button", { name: "Show as table" });
  expect(asked).toEqual(["frequency"]);
  fireEvent.click(screen.getByRole("radio", { name: "Place" }));
  expect(await screen.findByText(/Below 5,000 people only shares are said/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
  expect(rows()).toEqual(["Germany100%"]);
  expect(asked).toEqual(["frequency", "place"]);
});

test("a split that cannot be told says why, and one that did not come can be asked for again", async () => {
  const asked = aPage();
  fireEvent.click(screen.getByRole("radio", { name: "Age" }));
  expect(await screen.findByText(/Fewer than 1,000 people/)).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "Gender" }));
  fireEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(asked.filter((by) => by === "gender")).toHaveLength(2);
});
