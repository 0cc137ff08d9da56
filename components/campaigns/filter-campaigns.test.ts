import { expect, test } from "vitest";
import type { ListedCampaign } from "@/lib/campaigns/list-view";
import { filterCampaigns } from "./filter-campaigns";

const campaign = (over: Partial<ListedCampaign>): ListedCampaign => ({
  id: "k1",
  name: "Spring rides",
  client: { id: "c1", name: "Lakeside Cycles", currency: "EUR", minorUnits: 100, timeZone: "UTC" },
  company: { id: "p1", name: "Lakeside" },
  status: "delivering",
  startDay: null,
  endDay: null,
  reach: null,
  frequency: null,
  spentMinor: null,
  plannedMinor: null,
  paceRatio: null,
  pace: null,
  updatedAt: "2026-09-01T08:00:00Z",
  ...over,
});

test("people find a campaign by words of its name, client or company, in any order", () => {
  const all = [campaign({}), campaign({ id: "k2", name: "Harbour nights", company: null })];
  const ids = (q: string) => filterCampaigns(all, { q, status: "all" }).map(({ id }) => id);
  expect(ids("")).toEqual(["k1", "k2"]);
  expect(ids("lakeside spring")).toEqual(["k1"]);
  expect(ids("CYCLES")).toEqual(["k1", "k2"]);
  expect(ids("nobody")).toEqual([]);
});

test("running means launched and not over, whatever holds it up", () => {
  const all = (["draft", "paused", "in_review", "ended", "disapproved"] as const).map((status) =>
    campaign({ id: status, status }),
  );
  const ids = filterCampaigns(all, { q: "", status: "running" }).map(({ id }) => id);
  expect(ids).toEqual(["paused", "in_review", "disapproved"]);
});
