import { describe, expect, test } from "vitest";
import { storesUnderTest } from "../store/testing";
import { makeCode, takeCode } from "./sign-in-codes";

const number = "447700900123";
const secret = "a secret of at least thirty-two characters";
const noon = new Date("2026-09-01T12:00:00Z");
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

for (const under of storesUnderTest()) {
  describe(`A code by text message in ${under.name}`, () => {
    const at = async () => ({ db: await under.empty(), secret, now: noon });

    test("lets its member in, once", async () => {
      const parts = await at();
      const code = await makeCode(parts, number, 7);
      expect(code).toMatch(/^\d{6}$/);
      expect(await takeCode({ ...parts, now: later(299) }, number, code)).toBe(7);
      expect(await takeCode(parts, number, code)).toBeNull();
    });

    test("that two enter at once lets one in", async () => {
      const parts = await at();
      const code = await makeCode(parts, number, 7);
      const taken = await Promise.all([1, 2, 3].map(() => takeCode(parts, number, code)));
      expect(taken.filter((member) => member === 7)).toHaveLength(1);
    });

    test("runs out after five minutes", async () => {
      const parts = await at();
      const code = await makeCode(parts, number, 7);
      expect(await takeCode({ ...parts, now: later(300) }, number, code)).toBeNull();
    });

    test("is no use to another number, and after a newer one", async () => {
      const parts = await at();
      const code = await makeCode(parts, number, 7);
      expect(await takeCode(parts, "447700900124", code)).toBeNull();
      const newer = await makeCode(parts, number, 7);
      if (newer !== code) expect(await takeCode(parts, number, code)).toBeNull();
      expect(await takeCode(parts, number, newer)).toBe(7);
    });

    test("is dead after five wrong tries", async () => {
      const parts = await at();
      const code = await makeCode(parts, number, 7);
      for (let i = 0; i < 4; i++) await takeCode(parts, number, wrong(code));
      const again = await makeCode(parts, number, 7);
      for (let i = 0; i < 5; i++) {
        expect(await takeCode(parts, number, wrong(again))).toBeNull();
      }
      expect(await takeCode(parts, number, again)).toBeNull();
    });
  });
}
