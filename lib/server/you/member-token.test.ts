import { describe, expect, test } from "vitest";
import { memberToken, readMemberToken, sessionSecret } from "./member-token";

const now = new Date("2026-09-29T10:00:00Z");
const until = new Date("2026-09-30T10:00:00Z");
const secret = "a secret of this deployment";

describe("A member's session", () => {
  test("is theirs until it runs out", () => {
    const token = memberToken(1234, until, secret);
    expect(readMemberToken(token, now, secret)).toBe(1234);
    expect(readMemberToken(token, until, secret)).toBeNull();
  });

  test("cannot be made into somebody else's or prolonged", () => {
    const token = memberToken(1234, until, secret);
    const [, , signature] = token.split(".");
    for (const forged of [
      token.replace("1234", "1235"),
      `1234.${until.getTime() + 86_400_000}.${signature}`,
      `1234.${until.getTime()}.`,
      `1234.${until.getTime()}`,
      "",
    ]) {
      expect(readMemberToken(forged, now, secret)).toBeNull();
    }
    expect(readMemberToken(token, now, "another secret")).toBeNull();
  });

  test("ends when real people take the numbers of a demonstration's", () => {
    const demo = { members: 2_000, seed: 1, madeOn: 20_700, imported: false };
    const token = memberToken(12, until, sessionSecret(secret, demo));
    expect(readMemberToken(token, now, sessionSecret(secret, { ...demo }))).toBe(12);
    const real = { members: 2_000, seed: 0, madeOn: 20_700, imported: true };
    expect(readMemberToken(token, now, sessionSecret(secret, real))).toBeNull();
    expect(readMemberToken(token, now, sessionSecret(secret, { ...demo, members: 9 }))).toBeNull();
  });
});
