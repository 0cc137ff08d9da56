import { expect, test } from "vitest";
import { readAtMost, readJson } from "./read-at-most";

const posted = (body?: BodyInit) =>
  new Request("http://nod.example/", { method: "POST", ...(body !== undefined && { body }) });

test("a body is read up to the limit, and no further than just beyond it", async () => {
  expect(await readAtMost(posted("12345"), 5)).toEqual(new TextEncoder().encode("12345"));
  expect(await readAtMost(posted("123456"), 5)).toBeNull();
  expect(await readAtMost(posted(), 5)).toEqual(new Uint8Array());
  let given = 0;
  const endless = new ReadableStream({
    pull: (to) => {
      given += 1;
      to.enqueue(new Uint8Array(1000));
    },
  });
  const init = { method: "POST", body: endless, duplex: "half" };
  expect(await readAtMost(new Request("http://nod.example/", init), 5000)).toBeNull();
  expect(given).toBeLessThan(10);
});

test("a question is read as JSON; one that is broken or longer than any question is none", async () => {
  expect(await readJson(posted('{"clientId":"c1"}'))).toEqual({ clientId: "c1" });
  expect(await readJson(posted("{"))).toBeNull();
  expect(await readJson(posted())).toBeNull();
  expect(await readJson(posted(JSON.stringify("x".repeat(1024 * 1024))))).toBeNull();
});
