import { DrizzleQueryError } from "drizzle-orm/errors";
import pino from "pino";
import { expect, test } from "vitest";
import { loggedError } from "./log-error";

test("a failed query is logged without the values it carried, which are about people", () => {
  const refused = Object.assign(new Error('duplicate key: "mara@agency.example"'), {
    code: "23505",
    detail: "Key (email)=(mara@agency.example) already exists.",
  });
  const params = ["mara@agency.example", "likes\n    at sailing"];
  const failed = new DrizzleQueryError("insert into person values ($1, $2)", params, refused);
  const lines: string[] = [];
  const log = pino({ serializers: { err: loggedError } }, { write: (line) => lines.push(line) });
  log.error({ err: failed }, "The ad API met a bug.");
  expect(lines.join()).not.toMatch(/mara@|sailing/);
  expect(loggedError(failed)).toMatchObject({
    message: "Failed query: insert into person values ($1, $2)",
    stack: expect.stringContaining("log-error.test.ts"),
    cause: { code: "23505", message: "The database refused." },
  });
});

test("any other error keeps what it says", () => {
  expect(loggedError(new TypeError("x is not a function"))).toMatchObject({
    type: "TypeError",
    message: "x is not a function",
  });
  expect(loggedError("mara@agency.example").message).not.toContain("mara");
});

test("an error that is its own cause ends", () => {
  const round = new Error("round");
  round.cause = round;
  expect(JSON.stringify(loggedError(round)).match(/"round"/g)).toHaveLength(6);
});
