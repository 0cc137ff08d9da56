import { expect, test } from "vitest";
import { answer, signedOut } from "./answer";

test("a value is answered as it is and never cached", async () => {
  const response = answer({ ok: true, value: { people: 3 } });
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({ people: 3 });
});

test("a refusal has the status of its code, its sentence and an id to quote", async () => {
  const error = { code: "throttled", message: "Too many questions.", traceId: "T1" };
  const response = answer({ ok: false, error });
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("60");
  expect(await response.json()).toEqual({
    error: { code: "throttled", message: "Too many questions.", id: "T1" },
  });
  const unknown = answer({ ok: false, error: { code: "else", message: "No." } });
  expect(unknown.status).toBe(400);
  expect(signedOut().status).toBe(401);
});
