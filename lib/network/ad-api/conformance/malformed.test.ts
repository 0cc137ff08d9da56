import fc from "fast-check";
import { it } from "vitest";
import { expectRefused } from "./expect-refused";
import { malformedReads } from "./malformed-reads";
import { malformedWrites } from "./malformed-writes";
import { withWorld } from "./with-world";

it("200 malformed requests are refused in JSON with a code, and change nothing", async () => {
  await withWorld(async (client, world) => {
    const requests = fc.oneof(malformedWrites(world), malformedReads(world));
    await fc.assert(
      fc.asyncProperty(requests, (request) => expectRefused(client, request)),
      { numRuns: 200 },
    );
  });
});
