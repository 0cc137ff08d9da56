import pg from "pg";
import { describe, expect, it } from "vitest";
import { StartRefusal } from "../start-refusal";
import { openPostgres } from "./open-postgres";
import { client } from "./schema/workspace";

const ignore = () => undefined;

describe("a database at DATABASE_URL", () => {
  it("that does not answer stops the start with one line, without its password", async () => {
    const opening = openPostgres("postgres://nod:hunter2@127.0.0.1:1/nod", ignore);
    const refusal = await opening.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StartRefusal);
    const message = refusal instanceof Error ? refusal.message : "";
    expect(message).toMatch(
      /^The database at DATABASE_URL \(127\.0\.0\.1:1\/nod\) cannot be opened/,
    );
    expect(message).not.toMatch(/hunter2|\n/);
  });
});

const url = process.env.TEST_DATABASE_URL;
if (url) {
  describe("a new database on PostgreSQL", () => {
    it("is migrated once by two servers that start together, and says when it does not exist", async () => {
      const name = `opened_${process.pid}`;
      const own = new URL(url);
      own.pathname = `/${name}`;
      await expect(openPostgres(own.href, ignore)).rejects.toThrow(StartRefusal);
      const admin = new pg.Client({ connectionString: url });
      await admin.connect();
      await admin.query(`create database ${name}`);
      const both = await Promise.all([
        openPostgres(own.href, ignore),
        openPostgres(own.href, ignore),
      ]);
      for (const { db, kind } of both) {
        expect(kind).toBe("postgres");
        expect(await db.select().from(client)).toEqual([]);
      }
      for (const { close } of both) await close();
      await admin.query(`drop database ${name}`);
      await admin.end();
    });
  });
}
