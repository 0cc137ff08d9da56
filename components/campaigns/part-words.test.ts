import { expect, test } from "vitest";
import { atLeast, inOrder, sayPart, wordOf } from "./part-words";

const part = (value: string, share: number, people: number | null = null) => ({
  ...{ value, share, people },
});

test("a part is said in words, with people where they may be said", () => {
  expect(wordOf("gender", "female")).toBe("Women");
  expect(wordOf("place", "DE")).toBe("Germany");
  expect(wordOf("age", "25-34")).toBe("25–34");
  expect(sayPart({ share: 0.24, people: 12_000 })).toBe("about 12K (24%)");
  expect(sayPart({ share: 0.24, people: null })).toBe("24%");
});

test("whoever saw it at least so often is everybody from there on", () => {
  const exactly = [part("1", 0.5, 5_000), part("2", 0.3, 3_000), part("6-10", 0.2, 2_000)];
  expect(atLeast(exactly)).toEqual([
    { value: "1+", share: 1, people: 10_000 },
    { value: "2+", share: 0.5, people: 5_000 },
    { value: "6+", share: 0.2, people: 2_000 },
  ]);
  expect(atLeast([part("1", 0.4), part("21+", 0.6)])).toEqual([
    { value: "1+", share: 1, people: null },
    { value: "21+", share: 0.6, people: null },
  ]);
});

test("places stand from the most people on, many small ones together; ages keep their order", () => {
  const ages = [part("18-24", 0.2), part("25-34", 0.8)];
  expect(inOrder("age", ages)).toBe(ages);
  const places = Array.from({ length: 20 }, (_, i) => part(`C${i}`, (i + 1) / 210, i * 10));
  const shown = inOrder("place", places);
  expect(shown).toHaveLength(12);
  expect(shown[0]?.value).toBe("C19");
  expect(shown.at(-1)).toMatchObject({ value: "9 others", people: 360 });
  expect(shown.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});
