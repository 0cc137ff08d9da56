import { expect, test } from "vitest";
import type { Place, Segment } from "@/lib/ad-api/objects";
import { ok, refuse } from "@/lib/result";
import { loadNames, type NamesApi } from "./load-names";
import { aRules } from "./testing";
import { lakeside } from "./testing-world";

const segment = (id: string, name: string): Segment => ({
  id,
  name,
  path: [name],
  kind: "interest",
  policy: "allowed",
  parent: false,
  parent_id: null,
  size: null,
});
const places: Place[] = [
  { key: "IN", name: "India", type: "country", country_code: "IN" },
  { key: "IN-MH", name: "Maharashtra", type: "region", country_code: "IN" },
];
const network: NamesApi = {
  browseSegments: async () => ok([segment("1", "Cycling"), segment("2", "Running")]),
  searchPlaces: async (query) => ok(places.filter(({ key }) => key.startsWith(query))),
};
const rules = aRules({
  must: [[{ segment: "1", withinDays: null, minStrength: null }]],
  countries: ["IN", "XX"],
  regions: ["IN-MH"],
});

test("what the rules name gets its words, and nothing else is carried along", async () => {
  const names = await loadNames(network, [rules], [lakeside]);
  expect(names.segments).toEqual({ "1": "Cycling" });
  expect(names.places).toEqual({ IN: "India", "IN-MH": "Maharashtra", XX: "XX" });
  expect(names.companies).toEqual({ p1: "Lakeside", p2: "Harbour Bikes" });
});

test("a network that does not answer leaves the ids to stand for themselves", async () => {
  const silent: NamesApi = {
    browseSegments: async () => failure,
    searchPlaces: async () => failure,
  };
  const names = await loadNames(silent, [rules], []);
  expect(names.segments).toEqual({});
  expect(names.places.IN).toBe("IN");
});

const failure = {
  ok: false as const,
  error: { ...refuse("unavailable", "Away.").error, traceId: "T1" },
};
