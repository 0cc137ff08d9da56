import fc from "fast-check";
import { json, type Malformed, odd, type World } from "./malformed-world";

const text = fc
  .string({ unit: "binary", minLength: 1, maxLength: 12 })
  .filter((one) => one.trim() !== "");
/** Paths, reads and batches each of which is wrong in one way at least. */
export function malformedReads(world: World): fc.Arbitrary<Malformed> {
  const { account, campaign } = world;
  const ownIds = fc.constantFrom(account, campaign, world.adset, world.ad, world.creative);
  const reads = fc.constantFrom(
    `${account}/campaigns`,
    `${campaign}/adsets`,
    `${account}/insights`,
    `${account}/targetingbrowse`,
  );
  return fc.oneof(
    fc.integer({ min: 100, max: 900 }).map((depth) =>
      get("a deep cursor", `${account}/campaigns`, {
        after: `${"[".repeat(depth)}${"]".repeat(depth)}`,
      }),
    ),
    fc
      .tuple(
        fc.constantFrom(...world.foreign),
        fc.constantFrom("GET", "POST", "DELETE"),
        fc.constantFrom("", "/campaigns", "/insights", "/ads"),
      )
      .map(([id, method, edge]) => ({
        wrong: "somebody else's",
        path: `${id}${edge}`,
        method,
        ...(method !== "GET" && { body: "{}" }),
      })),
    fc
      .tuple(ownIds, fc.constantFrom(...world.foreign))
      .map(([own, other]) => get("among others somebody else's", "", { ids: `${own},${other}` })),
    fc
      .tuple(ownIds, fc.oneof(odd, text).map(encodeURIComponentSafe))
      .map(([id, edge]) => ({ wrong: "no such edge", path: `${id}/${edge}-` })),
    fc.tuple(ownIds, text).map(([id, more]) => ({
      wrong: "a path too long",
      path: `${id}/campaigns/${encodeURIComponentSafe(more)}-`,
    })),
    fc
      .constantFrom(
        "%",
        "%ff",
        "%c0%80",
        "%E0%A4%A",
        "act_1%00",
        "1".repeat(300),
        "act_",
        "-1",
        "1e3",
        "%2e%2e%2fme",
        "__proto__",
        "constructor",
      )
      .map((path) => ({ wrong: "no such path", path })),
    fc
      .tuple(ownIds, fc.constantFrom("PUT", "PATCH", "OPTIONS"))
      .map(([path, method]) => ({ wrong: "no such method", path, method })),
    fc
      .tuple(
        ownIds,
        fc.oneof(
          odd,
          fc.constantFrom(
            "name{",
            "a b",
            "campaigns.limit(",
            "}",
            "id,,",
            "{".repeat(900),
            "name{x}",
            `${"campaigns{".repeat(9)}id${"}".repeat(9)}`,
          ),
        ),
      )
      .map(([id, fields]) => get("no such fields", id, { fields })),
    fc
      .tuple(
        reads,
        fc.constantFrom<[string, string]>(
          ["limit", "0"],
          ["limit", "-5"],
          ["limit", "x"],
          ["limit", "1.5"],
          ["limit", "[1]"],
          ["after", "zzz"],
          ["before", "{}"],
          ["colour", "red"],
        ),
      )
      .map(([path, [name, value]]) => get("no such page", path, { [name]: value })),
    fc
      .tuple(
        fc.constantFrom(`${account}/campaigns`, `${campaign}/adsets`),
        fc.constantFrom(
          "{",
          "[1]",
          "7",
          '[{"field":"colour","operator":"EQUAL","value":1}]',
          '[{"field":"name","operator":"LIKE","value":"%"}]',
          '[{"field":"__proto__","operator":"EQUAL","value":1}]',
        ),
      )
      .map(([path, filtering]) => get("no such filter", path, { filtering })),
    fc
      .tuple(
        fc.constantFrom("reachestimate", "delivery_estimate"),
        fc.constantFrom(
          "{",
          "7",
          "[]",
          '{"colour":1}',
          '{"age_min":20}',
          '{"flexible_spec":{}}',
          '{"__proto__":{"a":1}}',
          '{"geo_locations":{"countries":[{}]}}',
          '{"genders":["1;drop"]}',
        ),
      )
      .map(([edge, spec]) =>
        get("no such targeting", `${account}/${edge}`, { targeting_spec: spec }),
      ),
    fc
      .constantFrom<Readonly<Record<string, unknown>>>(
        { batch: 7 },
        { batch: "[" },
        { batch: [7] },
        { batch: [{ method: "GET" }] },
        { batch: Array(51).fill({ method: "GET", relative_url: "me" }) },
        {},
      )
      .map((params) => ({ wrong: "no batch", path: "", ...json(params) })),
    fc
      .constantFrom({ since: "2026-02-30", until: "2026-03-01" }, { since: "x" }, [], 7)
      .map((range) =>
        get("no such days", `${account}/insights`, { time_range: JSON.stringify(range) }),
      ),
    fc
      .constantFrom("campaign_ids", "time_range")
      .map((name) => get("no such days or campaigns", `${account}/nod_overlap`, { [name]: "[]" })),
  );
}

const get = (
  wrong: string,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Malformed => ({
  wrong,
  path: `${path}?${new URLSearchParams(query)}`,
});

/** Half surrogates have no encoding; a question mark has. */
function encodeURIComponentSafe(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "?"));
}
