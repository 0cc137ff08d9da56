import { expect, test } from "vitest";
import { offeredMembers } from "./offered-members";
import { phoneDigits } from "./phone";

const facts = { seed: 1, members: 20_000, madeOn: 20_500 };

test("three different members are offered, the same ones each time", () => {
  const offered = offeredMembers(facts);
  expect(new Set(offered.map(({ member }) => member)).size).toBe(3);
  expect(offeredMembers(facts)).toEqual(offered);
});

test("each has a number of their own among those that belong to nobody", () => {
  const numbers = offeredMembers(facts).map(({ phone }) => phoneDigits(phone));
  expect(new Set(numbers).size).toBe(3);
  for (const number of numbers) expect(number).toMatch(/^447700900\d{3}$/);
});

test("who left is not offered any more, and somebody else is", () => {
  const [first] = offeredMembers(facts);
  const others = offeredMembers(facts, new Set([first?.member ?? -1]));
  expect(others).toHaveLength(3);
  expect(others.map(({ member }) => member)).not.toContain(first?.member);
});

test("of those who fit somebody whom an ad reached comes first", () => {
  const [, messagingOnly] = offeredMembers(facts);
  const another = offeredMembers(facts, new Set([messagingOnly?.member ?? -1]))[1];
  const liked = new Set([another?.member ?? -1]);
  expect(offeredMembers(facts, new Set(), liked)[1]).toEqual(another);
  expect(another).not.toEqual(messagingOnly);
});

test("an empty network offers nobody", () => {
  expect(offeredMembers({ ...facts, members: 0 })).toEqual([]);
});
