// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NoAnswer } from "@/lib/ask";
import type { Names } from "@/lib/audiences/names";
import { aRules } from "@/lib/audiences/testing";
import { aPanel, aPartEach, aRange } from "@/lib/audiences/testing-world";
import { ReachPanel } from "./reach-panel";
import type { Reach } from "./use-reach";

const names: Names = { segments: { "1": "Cycling" }, places: {}, companies: {}, languages: {} };
const like = [{ segment: "1", withinDays: null, minStrength: null }];
const rules = aRules({ any: like, must: [like], never: like, countries: ["IN", "BR"] });
const answered: Reach = {
  panel: aPanel(),
  answers: rules,
  isUpdating: false,
  failure: null,
  keepsLive: false,
  retry: () => {},
  sharpen: null,
};

const show = (reach: Partial<Reach>, over: Partial<Parameters<typeof ReachPanel>[0]> = {}) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReachPanel
        reach={{ ...answered, ...reach }}
        clientId="c1"
        names={names}
        onEdit={() => {}}
        mayEdit
        mayEstimate
        granter="An owner of Northlight"
        {...over}
      />
    </QueryClientProvider>,
  );
const says = (text: string | RegExp) =>
  screen.getByRole("region", { name: "People who fit" }).textContent?.match(text);

beforeEach(() => {
  vi.stubGlobal("fetch", () => new Promise(() => {}));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("the number is a range with its verdict, its frame, its reasons and its age", () => {
  show({});
  expect(says("415K–435K")).toBeTruthy();
  expect(says("Good size")).toBeTruthy();
  expect(says("of 2.1M consenting people in 2 places")).toBeTruthy();
  expect(says(/Must like Cycling.*the biggest cut/)).toBeTruthy();
  expect(says("not on social: about 1 in 3")).toBeTruthy();
  expect(says("80% of this week's new estimates left")).toBeTruthy();
});

test("before the first answer there is a skeleton and no number", () => {
  show({ panel: null, answers: null, isUpdating: true });
  expect(says("Counting")).toBeTruthy();
  expect(says(/\d/)).toBeNull();
});

test("an audience that is too small comes with what would let more people fit", () => {
  const onEdit = vi.fn();
  const tiny = aPanel({
    nod_range: aRange(0, { hidden: true, lower: 0, upper: 1_000 }),
    nod_verdict: "too_small",
  });
  show({ panel: tiny }, { onEdit });
  expect(says("fewer than 1,000")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: /Drop "Must like Cycling"/ }));
  expect(onEdit).toHaveBeenCalledWith({ ...rules, must: [] });
});

test("a small audience can be sharpened, and a large one cannot", () => {
  const sharpen = vi.fn();
  show({ sharpen });
  fireEvent.click(screen.getByRole("button", { name: "Sharpen" }));
  expect(sharpen).toHaveBeenCalledOnce();
  cleanup();
  show({});
  expect(screen.queryByRole("button", { name: "Sharpen" })).toBeNull();
});

test("a spent budget keeps the older number, says whose it is, and offers no second try", () => {
  show({ failure: new NoAnswer("budget_spent", "New estimates come back on Monday.") });
  expect(says("415K–435K")).toBeTruthy();
  expect(says("New estimates are used up for now")).toBeTruthy();
  expect(says("for the rules as they were before")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

test("a refused sharpening leaves the number of these rules, and says that it stays", () => {
  show({ failure: new NoAnswer("budget_spent", "None are left."), keepsLive: true });
  expect(says("415K–435K")).toBeTruthy();
  expect(says("Not sharpened: new estimates are used up for now")).toBeTruthy();
  expect(says("None are left")).toBeNull();
  expect(says("The number above stays: it is for these rules")).toBeTruthy();
  expect(says("rules as they were before")).toBeNull();
});

test("a budget that ends in the middle of the panel leaves what was asked, and names the rest", () => {
  const week = { as_of: "2026-03-02T00:00:00.000Z", refused: null };
  const spent = { as_of: null, refused: "budget_spent" as const };
  const parts = { ...aPartEach(week), nod_of: spent, nod_verdict: spent };
  const half = aPanel({
    nod_of: null,
    nod_verdict: null,
    nod_messaging_only: null,
    nod_keeps: [
      { rule: "places", range: aRange(2_100_000), share: 0.9, refused: false },
      { rule: "any", range: null, share: null, refused: true },
    ],
    nod_parts: { ...parts, nod_keeps: { ...week, ...spent }, nod_messaging_only: spent },
    nod_budget: { weekLeft: 0, spent: true },
  });
  show({ panel: half });
  expect(says("415K–435K")).toBeTruthy();
  expect(
    says("New estimates ran out on the way. Not asked: everybody in these places"),
  ).toBeTruthy();
  expect(says(/not on social: not asked/)).toBeTruthy();
  expect(says(/Likes Cyclingnot asked/)).toBeTruthy();
  expect(says("No new estimates left for now")).toBeTruthy();
  expect(says("too few to say")).toBeNull();
});

test("a change since an earlier week and the notices in force are said", () => {
  show({
    panel: aPanel({
      nod_as_of: "2026-03-09T00:00:00.000Z",
      nod_change: { people: -2_300, since: "2026-03-02T00:00:00.000Z" },
      nod_consents: {
        notices: [
          { version: "v3", since: "2025-03-01" },
          { version: "v4", since: "2026-09-01" },
        ],
        imported: false,
      },
    }),
  });
  expect(says("About 2,300 fewer than the week before: people opted out")).toBeTruthy();
  expect(says("Consents given under notice v3 and v4")).toBeTruthy();
});

test("a failure can be tried again and has an id to quote", () => {
  const retry = vi.fn();
  show({ panel: null, answers: null, failure: new NoAnswer("failed", "It broke.", "T1"), retry });
  expect(says("T1")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(retry).toHaveBeenCalledOnce();
});

test("a viewer sees who can grant estimates instead of a number", () => {
  show({ panel: null, answers: null }, { mayEstimate: false, mayEdit: false });
  expect(says("An owner of Northlight can grant it")).toBeTruthy();
});

test("when part of the engine is away the panel says that nothing is counted and that it asks again", () => {
  const retry = vi.fn();
  const sentence =
    "Part of the reach engine is not answering. Nothing is counted until it is back.";
  show({ panel: null, answers: null, failure: new NoAnswer("unavailable", sentence), retry });
  expect(says("Not counting for the moment")).toBeTruthy();
  expect(says(sentence)).toBeTruthy();
  expect(says("asked again by itself")).toBeTruthy();
  expect(says("415K")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(retry).toHaveBeenCalledOnce();
});
