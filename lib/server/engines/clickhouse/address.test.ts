import { expect, test } from "vitest";
import { parseClickhouseUrl } from "./address";

test("one address is one shard, in the database nod unless it names another", () => {
  expect(parseClickhouseUrl("http://localhost:8123")).toEqual({
    nodes: [{ url: "http://localhost:8123", user: "default", password: "" }],
    database: "nod",
    cluster: null,
  });
  expect(parseClickhouseUrl("https://ch.example.org/reach")?.database).toBe("reach");
});

test("a password may hold any character, written as addresses write it", () => {
  expect(parseClickhouseUrl("http://me:a%2Cb%40c@ch:8123")?.nodes[0]?.password).toBe("a,b@c");
});

test.each([
  ["localhost:8123"],
  ["tcp://ch:9000"],
  ["http://ch1:8123,"],
  ["http://ch1:8123,http://ch1:8123"],
  ["http://ch1:8123,http://ch2:8123/other"],
  ["http://ch:8123/a;drop"],
  ["http://ch:8123/?cluster=a'b"],
  ["http://ch:8123/?skip_unavailable_shards=1"],
])("%s is no address of shards", (value) => {
  expect(parseClickhouseUrl(value)).toBeNull();
});
