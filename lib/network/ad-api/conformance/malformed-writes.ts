import fc from "fast-check";
import { writable } from "../object-spec";
import { specs } from "../object-types";
import { json, type Malformed, odd, sound, type World } from "./malformed-world";

/** A value that no field of this type takes. */
const never: Readonly<Record<string, readonly unknown[]>> = {
  text: [{}, [], true, "", "   ", "x".repeat(5000)],
  integer: ["many", 1.5, -1, {}, [1], 1e300, "0x10"],
  flag: ["perhaps", 2, {}, []],
  id: ["x1", -1, 1.5, {}, "1".repeat(40), "../me"],
  time: ["the other day", {}, [], "2026-13-45", true],
  "list of text": [{ a: 1 }, 7, [{}], [[]]],
  object: [7, "{", "text", { colour: "red" }],
};

/** Creates and changes each of which is wrong in one way at least. */
export function malformedWrites(world: World): fc.Arbitrary<Malformed> {
  const base = fc.constantFrom(...sound(world));
  return fc.oneof(
    fc
      .tuple(base, fc.double({ min: 0, max: 0.99, noNaN: true }))
      .map(([{ path, params }, share]) => {
        const whole = JSON.stringify(params);
        return {
          wrong: "truncated",
          path,
          ...json(whole.slice(0, Math.max(1, Math.floor(whole.length * share)))),
        };
      }),
    fc
      .tuple(
        base,
        fc.constantFrom("[]", "7", '"text"', "nul", "[{}]", "{'a':1}", "\u00ff{", "{}{}"),
      )
      .map(([{ path }, body]) => ({ wrong: "no object", path, ...json(body) })),
    fc
      .tuple(
        base,
        fc.constantFrom(
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "multipart/form-data; boundary=",
        ),
      )
      .map(([{ path, params }, type]) => ({
        ...json(params),
        wrong: "no multipart",
        path,
        headers: { "content-type": type },
      })),
    fc
      .tuple(base, fc.uint8Array({ minLength: 1, maxLength: 6 }))
      .map(([{ path, params }, bytes]) => {
        const head = new TextEncoder().encode(`${JSON.stringify(params).slice(0, -1)},"`);
        const tail = new TextEncoder().encode('":1}');
        const junk = Uint8Array.from(bytes, (byte) => byte | 0x80);
        return {
          wrong: "bytes that are no text, as a name",
          path,
          ...json(Uint8Array.from([...head, ...junk, ...tail])),
        };
      }),
    fc
      .tuple(base, fc.integer({ min: 100, max: 60_000 }), fc.constantFrom("[", '{"a":'))
      .chain(([{ path, params }, depth, open]) => {
        const close = open === "[" ? "]" : "}";
        const deep = `${open.repeat(depth)}1${close.repeat(depth)}`;
        const whole = JSON.stringify(params).slice(0, -1);
        return fc.constantFrom(
          { wrong: "nested too deeply", path, ...json(`${whole},"name":${deep}}`) },
          {
            wrong: "nested too deeply in text",
            path,
            ...json({ ...params, name: deep, fields: deep }),
          },
        );
      }),
    fc
      .tuple(
        base,
        odd,
        fc.jsonValue({ maxDepth: 2 }).filter((one) => one !== undefined),
      )
      .map(([{ path, params }, name, value]) => ({
        wrong: "a name that is not its own",
        path,
        ...json(
          `${JSON.stringify(params).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`,
        ),
      })),
    fc
      .tuple(base, fc.constantFrom("\0", "a\0b", "\ud800", "x\udc00"), fc.boolean())
      .map(([{ path, params }, bad, nested]) => ({
        wrong: "text that cannot be kept",
        path,
        ...json({
          ...params,
          ...(nested ? { execution_options: [{ deep: bad }] } : { name: bad }),
        }),
      })),
    base.chain(({ path, params, spec }) => {
      const fields = Object.entries(writable(specs[spec])).filter(
        ([name]) => name !== "creative" || spec === "ad",
      );
      return fc.constantFrom(...fields).chain(([name, { type, values }]) =>
        fc
          .constantFrom(
            ...(values
              ? ["NO_SUCH_VALUE", ["NO_SUCH_VALUE"]]
              : (never[type] ?? never.object ?? [])),
          )
          .map((value) => ({
            wrong: `${name} is of a wrong type`,
            path,
            ...json({ ...params, [name]: value }),
          })),
      );
    }),
    fc.tuple(base, fc.constantFrom(...world.foreign)).map(([{ path, params, spec }, id]) => {
      const field =
        { campaign: "client", adset: "campaign_id", ad: "adset_id" }[String(spec)] ?? "client";
      return { wrong: "somebody else's parent", path, ...json({ ...params, [field]: id }) };
    }),
    fc
      .tuple(base, fc.constantFrom(null, "nonsense", "Bearer", "a b", "\u00e9", "0".repeat(5000)))
      .map(([{ path, params }, token]) => {
        const asked = json(params);
        return {
          ...asked,
          wrong: "a wrong token",
          path,
          headers: { ...asked.headers, authorization: token === null ? "" : `Bearer ${token}` },
        };
      }),
    base.map(({ path, params }) => {
      const asked = json(params);
      return {
        ...asked,
        wrong: "a token that may only read",
        path,
        headers: { ...asked.headers, authorization: `Bearer ${world.readOnlyToken}` },
      };
    }),
  );
}
