import { expect, test } from "vitest";
import { offeredMembers } from "./offered-members";

const facts = { seed: 1, members: 20_000, madeOn: 20_500 };

test("three different members are offered, the same ones each time", () => {
  const offered = offeredMembers(facts);
  expect(new Set(offered.map(({ member }) => member)).size).toBe(3);
  expect(offeredMembers(facts)).toEqual(offered);
  for (const { said } of offered) expect(said).toMatch(/^A .+\.$/);
});

test("an empty network offers nobody", () => {
  expect(offeredMembers({ ...facts, members: 0 })).toEqual([]);
});
