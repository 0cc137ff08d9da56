import { describe, expect, test } from "vitest";
import { gpcIsOn } from "./gpc";

const one = (value: string): Headers => new Headers({ "Sec-GPC": value });
const two = (first: string, second: string): Headers => {
  const headers = one(first);
  headers.append("Sec-GPC", second);
  return headers;
};

describe("Global Privacy Control is on exactly when one of the values is 1:", () => {
  test.each([
    ["1", one("1"), true],
    ["1 among spaces", one(" 1\t"), true],
    ["0", one("0"), false],
    ["true", one("true"), false],
    ["1;a", one("1;a"), false],
    ["empty", one(""), false],
    ["no header", new Headers(), false],
    ["11", one("11"), false],
    ["-1", one("-1"), false],
    ["quoted", one('"1"'), false],
    ["another digit one", new Headers({ "Sec-GPC": encodeURI("１") }), false],
    ["two headers, the first one 1", two("1", "0"), true],
    ["two headers, the second one 1", two("0", "1"), true],
    ["two headers, none 1", two("0", "true"), false],
    ["joined: 0, 1", one("0, 1"), true],
    ["joined: 1,1;a", one("1,1;a"), true],
    ["joined: 0, 1;a", one("0, 1;a"), false],
  ])("%s", (_, headers, on) => {
    expect(gpcIsOn(headers.get("sec-gpc"))).toBe(on);
  });

  test("headers one by one", () => {
    expect(gpcIsOn(["0", "1"])).toBe(true);
    expect(gpcIsOn(["0", ""])).toBe(false);
    expect(gpcIsOn([])).toBe(false);
  });
});
