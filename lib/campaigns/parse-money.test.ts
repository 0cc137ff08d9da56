import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMoney, typedMoney } from "./parse-money";

test("people write amounts in several ways, and mean one", () => {
  expect(parseMoney("1200", 100)).toBe(120_000);
  expect(parseMoney(" 1,200.50 ", 100)).toBe(120_050);
  expect(parseMoney("1 200,5", 100)).toBe(120_050);
  expect(parseMoney("1.200", 100)).toBe(120_000);
  expect(parseMoney("1,200,000", 1)).toBe(1_200_000);
  expect(parseMoney("0.5", 1000)).toBe(500);
});

test("what is no amount of this currency is not guessed at", () => {
  for (const text of ["", "abc", "-5", "1.2.3", "12,34,5", "1e5", "5.555.5", "€5"]) {
    expect(parseMoney(text, 100)).toBeNull();
  }
  expect(parseMoney("5.5", 1)).toBeNull();
  expect(parseMoney("5.1234", 1000)).toBeNull();
});

test("an amount in the box reads back as itself", () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000 });
  fc.assert(
    fc.property(amount, fc.constantFrom(1, 100), (minor, minorUnits) => {
      expect(parseMoney(typedMoney(minor, minorUnits), minorUnits)).toBe(minor);
    }),
  );
  expect(typedMoney(null, 100)).toBe("");
});
