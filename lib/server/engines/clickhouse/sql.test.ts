import { expect, test } from "vitest";
import { anyOf, nest, text } from "./sql";

test("a text stays one literal, whatever stands in it", () => {
  expect(text("it's")).toBe("'it\\'s'");
  expect(text("back\\slash")).toBe("'back\\\\slash'");
  expect(text("\\'; DROP TABLE members --")).toBe("'\\\\\\'; DROP TABLE members --'");
});

test("nothing at all is no condition that holds", () => {
  expect(anyOf([])).toBe("0");
});

test("a function of two is nested over any number", () => {
  expect(nest("f", ["a"])).toBe("a");
  expect(nest("f", ["a", "b", "c"])).toBe("f(f(a, b), c)");
});
