import { describe, expect, it } from "vitest";
import { normaliseEmail, normalisePhone } from "./normalise";
import { sha256 } from "./sha256";

const hashed = async (value: string | null | undefined) => sha256(value ?? "nothing was read");

describe("an address", () => {
  it("is trimmed and in lower case before it is hashed", async () => {
    expect(await hashed(normaliseEmail("  User@Example.COM\t"))).toBe(
      "b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514",
    );
  });

  it("keeps its dots and plus signs, which are somebody's", () => {
    expect(normaliseEmail("Ana.Maria+shop@Example.com")).toBe("ana.maria+shop@example.com");
  });

  it.each(["", "n/a", "ana@", "ana@example", "ana maria@example.com", "a@b.c; d@e.f"])(
    "is not %j",
    (value) => expect(normaliseEmail(value)).toBeNull(),
  );
});

describe("a telephone number", () => {
  it("is digits with the country code before it is hashed, and no plus", async () => {
    expect(await hashed("12345678901")).toBe(
      "254aa248acb47dd654ca3ea53f48c2c26d641d23d7e2e93a1ec56258df7674c4",
    );
    expect(await hashed("+12345678901")).toBe(
      "10e6f0b47054a83359477dcb35231db6de5c69fb1816e1a6b98e192de9e5b9ee",
    );
    expect(normalisePhone("+1 (234) 567-8901", null)?.digits).toBe("12345678901");
  });

  it.each([
    ["+49 151 2345 6789", null, "4915123456789"],
    ["0049 151 23456789", null, "4915123456789"],
    ["0151 23456789", "DE", "4915123456789"],
    ["4915123456789", "DE", "4915123456789"],
    ["07700 900123", "GB", "447700900123"],
    ["(11) 96123-4567", "BR", "5511961234567"],
    ["098765 43210", "IN", "919876543210"],
    ["+44 7700 900123", "DE", "447700900123"],
  ])("%s, of %s, is %s", (value, country, digits) => {
    expect(normalisePhone(value, country)?.digits).toBe(digits);
  });

  it("without a country code and without a country is nobody's", () => {
    expect(normalisePhone("0151 23456789", null)).toBeNull();
  });

  it.each(["", "n/a", "12", "4.91512E+12", "call 0151 23456789", "0".repeat(30)])(
    "is not %j",
    (value) => expect(normalisePhone(value, "DE")).toBeNull(),
  );

  it("that is possible and of no range in use is taken, and told to be unusual", () => {
    expect(normalisePhone("+1 000 000 0000", null)).toEqual({
      digits: "10000000000",
      unusual: true,
    });
    expect(normalisePhone("+49 151 23456789", null)?.unusual).toBe(false);
  });
});
