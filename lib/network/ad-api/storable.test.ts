import { expect, it } from "vitest";
import { makeParams } from "./params";
import { firstUnstorable } from "./storable";

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: [nested(depth - 2)] });

it("what no database keeps is found wherever it hides, and nothing else is", () => {
  const first = (value: unknown) =>
    firstUnstorable(
      makeParams([
        ["fine", "ok"],
        ["x", value],
      ]),
    );
  for (const value of ["a\0b", "\ud800", ["ok", "\udfff"], { deep: [{ er: "\0" }] }, { "\0": 1 }]) {
    expect(first(value)).toBe("x");
    expect(first(JSON.stringify(value))).toBe("x");
  }
  expect(first(nested(100))).toBe("x");
  expect(first(JSON.stringify(nested(200)))).toBe("x");
  for (const value of [
    "ünï 🚲",
    "\\u0000",
    "{",
    '{"a":"\\\\u0000"}',
    nested(20),
    null,
    undefined,
    7,
  ]) {
    expect(first(value)).toBeNull();
  }
  expect(firstUnstorable(makeParams([["a\0", "ok"]]))).toBe("a\0");
});
