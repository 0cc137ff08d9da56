import { expect, test } from "vitest";
import { phoneDigits } from "./phone";

test.each([
  ["+44 7700 900123", "447700900123"],
  ["0044 (7700) 900-123", "447700900123"],
  ["  +49.170.1234567 ", "491701234567"],
  ["07700 900123", null],
  ["+0 1234567", null],
  ["+44 7700 90012x", null],
  ["+123", null],
  ["+1234567890123456", null],
  ["", null],
])("the number %j is known as %j", (written, digits) => {
  expect(phoneDigits(written)).toBe(digits);
});
