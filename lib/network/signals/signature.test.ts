import { expect, test } from "vitest";
import { isSignedBy, isSignedNow, type Signed, signalSecret, signBody } from "./signature";

const pepper = "a pepper that only tests know, 32 characters";
const now = new Date("2026-11-22T12:00:00Z");
const body = new TextEncoder().encode('{"app":"messenger","events":[]}');
const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1000));
const signed = (over: Partial<Signed> = {}): Signed => {
  const keyId = over.keyId ?? "messenger-1a2b";
  const timestamp = over.timestamp ?? seconds(now);
  const signature = signBody(signalSecret(pepper, keyId), timestamp, body);
  return { keyId, timestamp, signature, ...over };
};

test("a batch is signed by the key that signed exactly these bytes at this moment", () => {
  expect(isSignedBy(pepper, signed(), body)).toBe(true);
  expect(isSignedBy(pepper, signed(), new TextEncoder().encode("{}"))).toBe(false);
  expect(isSignedBy(`${pepper}!`, signed(), body)).toBe(false);
  const { signature } = signed();
  expect(isSignedBy(pepper, signed({ keyId: "messenger-9999", signature }), body)).toBe(false);
  expect(isSignedBy(pepper, signed({ timestamp: "1", signature }), body)).toBe(false);
});

test("a signature holds for five minutes before and after", () => {
  const at = (ms: number) => isSignedNow(signed({ timestamp: seconds(new Date(+now + ms)) }), now);
  expect([at(0), at(300_000), at(-300_000)]).toEqual([true, true, true]);
  expect([at(301_000), at(-301_000)]).toEqual([false, false]);
});

test("what cannot be a signature is none", () => {
  for (const over of [
    { signature: "" },
    { signature: "zz".repeat(32) },
    { signature: "AB".repeat(32) },
    { timestamp: "now" },
    { timestamp: "-1" },
    { keyId: "" },
    { keyId: "a b" },
    { keyId: "k".repeat(65) },
  ]) {
    expect(isSignedNow(signed(over), now)).toBe(false);
  }
});

/** Known from another implementation: printf '1.{}' | openssl dgst -sha256 -hmac secret */
test("the signature is plain HMAC-SHA256", () => {
  expect(signBody("secret", "1", new TextEncoder().encode("{}"))).toBe(
    "1122767b193110cfec322b6f199b599edbf608ed087f2d27afb0b97d99523908",
  );
});
