import { expect, test } from "vitest";
import * as route from "./route";

const at = (path: string, init?: RequestInit) =>
  new Request(`http://nod.example/api/auth/${path}`, init);

test("a script of the page cannot read the session's token, nor is any other door open", async () => {
  expect(route.GET().status).toBe(404);
  const posted = ["sign-in/email", "organization/create", "update-user", "sign-out/"];
  for (const path of posted) {
    expect((await route.POST(at(path, { method: "POST", body: "{}" }))).status).toBe(404);
  }
});

test("another site cannot sign people out", async () => {
  const headers = { "sec-fetch-site": "cross-site" };
  expect((await route.POST(at("sign-out", { method: "POST", headers }))).status).toBe(404);
});
