import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { fillIn, table } from "./markdown";
import { parts } from "./parts";

it("docs/ad-api.md says what the ad API's descriptions say; npm run docs:ad-api writes it", () => {
  const page = readFileSync("docs/ad-api.md", "utf8");
  expect(fillIn(page, parts())).toBe(page);
});

it("a part without a place and a place without a part are errors", () => {
  const page = "<!-- generated: a -->old<!-- end -->";
  expect(fillIn(page, { a: "new" })).toBe("<!-- generated: a -->\n\nnew\n\n<!-- end -->");
  expect(() => fillIn(page, {})).toThrow(/“a”/);
  expect(() => fillIn(page, { a: "", b: "" })).toThrow(/“b”/);
});

it("a table keeps its cells on one line", () => {
  expect(table(["x"], [["a | b\nc"]])).toBe("| x |\n|---|\n| a \\| b c |");
  expect(table(["x"], [])).toBe("");
});
