import { expect, it } from "vitest";
import { pathWithin } from "./path-within";

it.each([
  ["/audiences?client=c1", "/audiences?client=c1"],
  ["/campaigns/7#top", "/campaigns/7"],
  ["", "/overview"],
  ["overview", "/overview"],
  ["//evil.example", "/overview"],
  ["/\\evil.example", "/overview"],
  ["/\t/evil.example", "/overview"],
  ["/a/..//evil.example", "/overview"],
  ["https://evil.example/overview", "/overview"],
  ["/sign-in?next=/sign-in", "/overview"],
])("whoever asks for %j goes to %s after signing in", (asked, path) => {
  expect(pathWithin(asked)).toBe(path);
});
