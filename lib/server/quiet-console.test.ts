import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { keepValuesOut } from "./quiet-console";

test("an error that nobody caught is written without the values it met, and is found by its digest", () => {
  const written: unknown[][] = [];
  const console = { error: (...said: unknown[]) => void written.push(said) };
  keepValuesOut(console);
  const failed = new DrizzleQueryError("select $1", ["mara@agency.example"], new Error("no"));
  console.error("⨯", Object.assign(failed, { digest: "123" }));
  expect(written).toMatchObject([["⨯", { message: "Failed query: select $1", digest: "123" }]]);
  expect(JSON.stringify(written)).not.toContain("mara@");
});
