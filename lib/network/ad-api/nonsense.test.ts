import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { aNetwork, type TestNetwork } from "./testing";

const root = "http://nod.test/graph/v24.0";
let network: TestNetwork;
beforeAll(async () => {
  network = await aNetwork();
});

describe("nonsense", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "act_101",
      "act_",
      "me",
      "search",
      "campaigns",
      "insights",
      "reachestimate",
      "adimages",
      "__proto__",
      "constructor",
      "..",
      "%",
      "%2e%2e",
      "nod_clock",
      "nod_images",
      "1".repeat(40),
      "-1",
      "1e9",
    ),
    fc.string({ maxLength: 12 }).map(encodeURIComponent),
  );
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom("{", "[", "null", "{{}}", "a{b", "9".repeat(30)),
  );
  const name = fc.oneof(
    fc.constantFrom(
      "fields",
      "limit",
      "after",
      "before",
      "filtering",
      "time_range",
      "targeting_spec",
      "targeting",
      "q",
      "type",
      "batch",
      "ids",
      "method",
      "bytes",
      "status",
      "name",
      "__proto__",
      "effective_status",
      "client_operation_id",
      "campaign_ids",
      "level",
      "time_increment",
      "execution_options",
      "creative",
      "object_story_spec",
    ),
    fc.string({ maxLength: 8 }),
  );
  const request = fc.record({
    method: fc.constantFrom("GET", "POST", "DELETE", "PUT", "PATCH", "OPTIONS"),
    path: fc.array(word, { maxLength: 4 }),
    params: fc.array(fc.tuple(name, value), { maxLength: 4 }),
    body: fc.option(
      fc.oneof(fc.json(), fc.string(), fc.constantFrom("{", "[]", "{}", "a=b&c", "\u0000")),
    ),
    type: fc.constantFrom(
      "application/json",
      "multipart/form-data",
      "multipart/form-data; boundary=x",
      "text/plain",
    ),
  });

  it("is answered with JSON, never with a failure of our own", async () => {
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, params, body, type }) => {
        const query = new URLSearchParams(
          params.map(([key, one]): [string, string] => [
            key,
            typeof one === "string" ? one : JSON.stringify(one),
          ]),
        );
        const response = await network.handle(
          new Request(`${root}/${path.join("/")}?${query}`, {
            method,
            headers: { authorization: `Bearer ${network.token}`, "content-type": type },
            ...(method !== "GET" && body !== null && { body }),
          }),
        );
        expect(response.headers.get("content-type")).toMatch(/^application\/json/);
        const answer = JSON.parse(await response.text());
        expect(network.bugs).toEqual([]);
        expect(response.status).toBeLessThan(500);
        if (!response.ok) expect(answer.error.code).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it("of a bug is a transient error with an id to quote", async () => {
    const broken = await aNetwork({
      accounts: {
        get: async () => {
          throw new Error("The database is gone.");
        },
        list: async () => [],
      },
    });
    const { status, body } = await broken.get("act_101");
    expect(status).toBe(500);
    expect(body.error).toMatchObject({
      code: 1,
      is_transient: true,
      fbtrace_id: expect.any(String),
    });
    expect(JSON.stringify(body)).not.toMatch(/database/);
    expect(broken.bugs).toHaveLength(1);
  });

  it("that is larger than 6 MB is not read to its end", async () => {
    const body = "x".repeat(7_000_000);
    const request = new Request(`${root}/act_101/adimages`, { method: "POST", body });
    expect((await network.handle(request)).status).toBe(413);
  });
});
