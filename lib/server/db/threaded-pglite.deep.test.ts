import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { rowsOf } from "./rows";
import { openThreadedPglite, type ThreadedPglite } from "./threaded-pglite";

let folder: string;
let client: ThreadedPglite;
const db = () => drizzle({ client: client as unknown as PGlite });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-thread-"));
  client = await openThreadedPglite(path.join(folder, "db"));
  await db().execute(
    sql`create table person (id int primary key, name text, at timestamptz, bits bytea)`,
  );
});
beforeEach(async () => {
  await db().execute(sql`delete from person`);
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

const people = async () =>
  rowsOf<{ id: number }>(await db().execute(sql`select id from person order by id`)).map(
    ({ id }) => id,
  );
const add = (id: number) => sql`insert into person (id, name) values (${id}, ${`p${id}`})`;

test("texts, moments and bytes come back as they went in", async () => {
  const at = "2026-02-11T09:00:00.000Z";
  const bits = new Uint8Array([0, 1, 127, 128, 255]);
  await db().execute(sql`insert into person values (1, ${"Zoë 'quoted'"}, ${at}, ${bits})`);
  const [row] = rowsOf<{ name: string; at: string; bits: Uint8Array }>(
    await db().execute(sql`select name, at, bits from person`),
  );
  expect(row?.name).toBe("Zoë 'quoted'");
  expect(new Date(row?.at ?? "").toISOString()).toBe(at);
  expect(Array.from(row?.bits ?? [])).toEqual(Array.from(bits));
});

test("an error names what was violated, and does not carry the values along", async () => {
  await db().execute(add(1));
  const failed = await db()
    .execute(add(1))
    .catch((error: { cause?: { code?: string; params?: unknown } }) => error.cause);
  expect(failed).toMatchObject({ code: "23505", constraint: "person_pkey" });
  expect(failed).not.toHaveProperty("params");
});

test("a transaction is seen whole or not at all, and others wait for its end", async () => {
  const seen: number[][] = [];
  const work = db().transaction(async (tx) => {
    await tx.execute(add(1));
    void people().then((ids) => seen.push(ids));
    await tx.execute(add(2));
  });
  await work;
  expect(await people()).toEqual([1, 2]);
  expect(seen).toEqual([[1, 2]]);
});

test("a transaction that fails leaves nothing, and the next one works", async () => {
  const failing = db().transaction(async (tx) => {
    await tx.execute(add(1));
    throw new Error("Changed my mind.");
  });
  await expect(failing).rejects.toThrow("Changed my mind.");
  await db().transaction(async (tx) => {
    await tx.execute(add(2));
    await tx.transaction(async (inner) => void (await inner.execute(add(3))));
  });
  expect(await people()).toEqual([2, 3]);
});

test("fifty transactions at once are done one after another", async () => {
  await db().execute(add(0));
  await db().execute(sql`update person set name = 'p0' where id = 0`);
  await Promise.all(
    Array.from({ length: 50 }, () =>
      db().transaction(async (tx) => {
        const [row] = rowsOf<{ name: string }>(
          await tx.execute(sql`select name from person where id = 0`),
        );
        const next = `p${Number(row?.name.slice(1)) + 1}`;
        await tx.execute(sql`update person set name = ${next} where id = 0`);
      }),
    ),
  );
  const [row] = rowsOf<{ name: string }>(await db().execute(sql`select name from person`));
  expect(row?.name).toBe("p50");
});

test("a folder that cannot be opened is refused with the reason", async () => {
  const file = path.join(folder, "a-file");
  writeFileSync(file, "");
  await expect(openThreadedPglite(file)).rejects.toThrow();
});

test("what was written is there after closing and opening again", async () => {
  await db().execute(add(7));
  await client.close();
  client = await openThreadedPglite(path.join(folder, "db"));
  expect(await people()).toEqual([7]);
});
