import { expect } from "vitest";
import type { TestClient } from "./a-client";
import type { Malformed } from "./malformed-world";
import { secret } from "./with-world";

/** Refused as the documentation says: JSON, non-2xx, a code, no fault of ours, and nothing of anybody else in it. */
export async function expectRefused(
  client: TestClient,
  { wrong, path, ...asked }: Malformed,
): Promise<void> {
  const { status, body } = await client.say(path, asked);
  const said = `${wrong}: ${JSON.stringify(body).slice(0, 300)}`;
  expect(client.network.bugs, said).toEqual([]);
  expect(status, said).toBeGreaterThanOrEqual(400);
  expect(status, said).toBeLessThan(500);
  expect(body.error?.code, said).toBeGreaterThan(2);
  expect(body.error, said).toMatchObject({
    message: expect.any(String),
    fbtrace_id: expect.any(String),
    is_transient: false,
  });
  expect(JSON.stringify(body)).not.toContain(secret);
}
