import { expect, test } from "vitest";
import { shareProofs } from "./share-proofs";

test("a proof holds for its own link and password only", () => {
  const proof = shareProofs.of("token", "hash");
  expect(shareProofs.same(proof, shareProofs.of("token", "hash"))).toBe(true);
  expect(shareProofs.same(proof, shareProofs.of("other", "hash"))).toBe(false);
  expect(shareProofs.same(proof, shareProofs.of("token", "other"))).toBe(false);
  expect(shareProofs.same(proof, "")).toBe(false);
  expect(proof).not.toContain("hash");
});
