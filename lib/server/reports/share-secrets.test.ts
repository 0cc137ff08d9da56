import { describe, expect, test } from "vitest";
import { passwords } from "./passwords";
import { shareTokens } from "./share-tokens";

describe("A link's token", () => {
  test("is 256 bits that never come twice, safe in an address", () => {
    const made = Array.from({ length: 50 }, () => shareTokens.create());
    expect(new Set(made).size).toBe(50);
    for (const token of made) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test("is kept as SHA-256 only", () => {
    expect(shareTokens.hash("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  test("proves a given password for its own link and password only", () => {
    const proof = shareTokens.proof("token", "hash");
    expect(shareTokens.same(proof, shareTokens.proof("token", "hash"))).toBe(true);
    expect(shareTokens.same(proof, shareTokens.proof("other", "hash"))).toBe(false);
    expect(shareTokens.same(proof, shareTokens.proof("token", "other"))).toBe(false);
  });
});

describe("A link's password", () => {
  test("opens with itself, however its letters are composed, and with nothing else", async () => {
    const hash = await passwords.hash("caf\u00e9 am See");
    expect(hash).not.toContain("caf");
    expect(await passwords.verify("cafe\u0301 am See", hash)).toBe(true);
    expect(await passwords.verify("cafe am See", hash)).toBe(false);
    expect(await passwords.verify("", hash)).toBe(false);
    expect(await passwords.verify("x", "not a hash")).toBe(false);
  });

  test("never leaves the same hash twice", async () => {
    expect(await passwords.hash("harbour")).not.toBe(await passwords.hash("harbour"));
  });
});
