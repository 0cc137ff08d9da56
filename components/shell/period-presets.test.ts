import { expect, test } from "vitest";
import { periodPresets } from "./period-presets";

const preset = (today: string, label: string) => {
  const found = periodPresets(today).find((each) => each.label === label);
  return found && [found.from, found.to];
};

test("rolling periods end with the last closed day", () => {
  expect(preset("2026-03-01", "Last 7 days")).toEqual(["2026-02-22", "2026-02-28"]);
  expect(preset("2026-03-01", "Last 28 days")).toEqual(["2026-02-01", "2026-02-28"]);
});

test("calendar months know their length and the turn of the year", () => {
  expect(preset("2026-01-15", "This month")).toEqual(["2026-01-01", "2026-01-15"]);
  expect(preset("2026-01-15", "Last month")).toEqual(["2025-12-01", "2025-12-31"]);
  expect(preset("2028-03-31", "Last month")).toEqual(["2028-02-01", "2028-02-29"]);
});
