import { expect, it } from "vitest";
import { accountFields } from "./account-fields";
import { commonParams } from "./common-params";
import { describedEdges, fieldNames } from "./described-edges";
import { specs } from "./object-types";
import { ourOwn } from "./our-own";
import { targetingSchema } from "./targeting-schema";

/** Every key of a schema, however deep. */
function keysIn(schema: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const own = "shape" in schema && typeof schema.shape === "object" ? (schema.shape ?? {}) : {};
  return [...Object.keys(own), ...Object.values(schema).flatMap((one) => keysIn(one, seen))];
}

it("every name of the network's own says why it is there, and no reason is left of one that is not", () => {
  const names = [
    ...Object.keys(accountFields),
    ...Object.keys(commonParams),
    ...describedEdges.flatMap(({ edge, params, fields }) => [
      ...[edge, ...Object.keys(params), ...fieldNames(fields)],
    ]),
    ...Object.values(specs).flatMap(({ fields }) => Object.keys(fields)),
    ...keysIn(targetingSchema),
  ].filter((name) => name.startsWith("nod_"));
  expect(Object.keys(ourOwn).sort()).toEqual([...new Set(names)].sort());
  expect(names).toContain("nod_on_social");
});
