// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { withNuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { anOverlap, aRange } from "@/lib/audiences/testing-world";
import { OverlapView } from "./overlap-view";

const others = ["Runners", "Divers", "Skiers", "Hikers", "Rowers", "Climbers"].map((name) => ({
  id: name.toLowerCase(),
  name,
}));

function show(address: string, over: Partial<Parameters<typeof OverlapView>[0]> = {}) {
  const Address = withNuqsTestingAdapter({ searchParams: address, hasMemory: true });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={new QueryClient()}>
      <Address>{children}</Address>
    </QueryClientProvider>
  );
  const view = (
    <OverlapView
      clientId="c1"
      audience={{ id: "riders", name: "Riders" }}
      others={others}
      mayEstimate
      granter="An owner of Northlight"
      {...over}
    />
  );
  render(view, { wrapper });
}

/** Questions that were asked, each answered with this. */
function aServer(answer: () => Response) {
  const asked: string[][] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: RequestInit) => {
    asked.push((JSON.parse(String(body)) as { audienceIds: string[] }).audienceIds);
    return answer();
  });
  return asked;
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("nothing is asked until another audience is chosen, and the choice is asked once", async () => {
  const asked = aServer(() => Response.json(anOverlap()));
  show("");
  expect(screen.getByText(/Choose one to five other audiences/)).toBeTruthy();
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("checkbox", { name: "Runners" }));
  await screen.findByText("Start with Riders: about 50K people.");
  expect(screen.getByText("Adding Runners brings about 10K more.")).toBeTruthy();
  expect(asked).toEqual([["riders", "runners"]]);
});

test("an address with a choice shows it, with a table that has every part", async () => {
  aServer(() => Response.json(anOverlap()));
  show("?with=runners");
  await screen.findByText("59K–61K".replace("59K–61K", "58.8K–61.2K"));
  fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
  const rows = screen.getAllByRole("row").map(({ textContent }) => textContent);
  expect(rows.slice(1)).toEqual([
    expect.stringContaining("only Riders"),
    expect.stringContaining("Riders and Runners"),
    expect.stringContaining("only Runners"),
  ]);
});

test("a sixth other audience cannot be chosen", async () => {
  aServer(() => Response.json(anOverlap()));
  show("?with=runners,divers,skiers,hikers,rowers");
  await waitFor(() => {
    const box = screen.getByRole("checkbox", { name: "Climbers" });
    expect((box as HTMLInputElement).disabled).toBe(true);
  });
});

test("a spent budget says so and keeps the choice", async () => {
  aServer(() =>
    Response.json({ error: { code: "budget_spent", message: "None left." } }, { status: 429 }),
  );
  show("?with=runners");
  await screen.findByText("New estimates are used up for now");
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  expect((screen.getByRole("checkbox", { name: "Runners" }) as HTMLInputElement).checked).toBe(
    true,
  );
});

test("too few people in all say nothing more, and a viewer is not asked for", async () => {
  const few = aRange(0, { hidden: true, lower: 0, upper: 1_000 });
  aServer(() => Response.json({ ...anOverlap(), total: few }));
  show("?with=runners");
  await screen.findByText(/Fewer than 1,000 people fit any of these/);
  cleanup();
  const asked = aServer(() => Response.json(anOverlap()));
  show("?with=runners", { mayEstimate: false });
  expect(screen.getByText("An owner of Northlight can grant it.")).toBeTruthy();
  expect(asked).toEqual([]);
});
