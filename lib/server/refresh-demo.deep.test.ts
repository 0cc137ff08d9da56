import { expect, test } from "vitest";
import { settleSetting } from "./db/settings";
import { dayNumber, noteImported, readPopulation, refreshDemo } from "./population-facts";
import { storesUnderTest } from "./store/testing";

const now = new Date("2026-11-22T12:00:00Z");
const today = dayNumber(now);
const demo = { mode: "demo" } as const;

for (const under of storesUnderTest()) {
  test(`people of an old demonstration were last active lately, those of a young one and real ones when they were, in ${under.name}`, async () => {
    const db = await under.empty();
    expect(await refreshDemo(db, demo, now)).toBe(false);
    const made = { members: 5, seed: 3, madeOn: today - 61, imported: false };
    await settleSetting(db, "population", made);
    expect(await refreshDemo(db, { mode: "live" }, now)).toBe(false);
    expect(await readPopulation(db)).toEqual(made);
    expect(await refreshDemo(db, demo, now)).toBe(true);
    expect(await readPopulation(db)).toEqual({ ...made, madeOn: today });
    const young = new Date(now.getTime() + 60 * 86_400_000);
    expect(await refreshDemo(db, demo, young)).toBe(false);
    await noteImported(db, 5, today - 300);
    expect(await refreshDemo(db, demo, now)).toBe(false);
  });
}
