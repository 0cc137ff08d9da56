import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, type Json } from "./canonical-json";

test("the same facts are the same text, whatever order they were told in", () => {
  expect(canonicalJson({ b: [2, null, true], a: { d: "ü\n", c: "" } })).toBe(
    '{"a":{"c":"","d":"ü\\n"},"b":[2,null,true]}',
  );
  // Sorted by code units, as RFC 8785, section 3.2.3: a letter above U+FFFF comes before U+FB33.
  expect(canonicalJson({ "\ufb33": 1, "\u{1f600}": 2, "1": 3, "€": 4 })).toBe(
    '{"1":3,"€":4,"\u{1f600}":2,"\ufb33":1}',
  );
});

test("different facts are different texts, and each reads back as it was", () => {
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.string({ unit: "binary" }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("tree"), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("what has no one text is refused", () => {
  for (const value of [0.5, Number.NaN, 2 ** 60, "\ud800", { "\udfff": 1 }]) {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  }
});
