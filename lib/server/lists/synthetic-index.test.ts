import { expect, test } from "vitest";
import {
  sha256Hex,
  syntheticEmail,
  syntheticPhone,
} from "@/lib/network/population/synthetic-identity";
import { buildSyntheticIndex } from "./synthetic-index";

test("every synthetic member is found by their address, the first thousand by their number too, and nobody else", async () => {
  let breaths = 0;
  const index = await buildSyntheticIndex(3_000, async () => {
    breaths += 1;
  });
  for (let member = 0; member < 3_000; member += 1) {
    expect(index.find("email", sha256Hex(syntheticEmail(member)))).toBe(member);
    const phone = syntheticPhone(member);
    expect(phone === null).toBe(member >= 1_000);
    if (phone !== null) expect(index.find("phone", sha256Hex(phone))).toBe(member);
  }
  expect(index.find("email", sha256Hex(syntheticEmail(3_000)))).toBeNull();
  expect(index.find("phone", sha256Hex("447700901000"))).toBeNull();
  expect(breaths).toBeGreaterThan(3);
});
