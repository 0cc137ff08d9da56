import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { migrationsFolder } from "../db/migrate";

/** Making a database takes seconds, unpacking a made one a quarter of that: the first test leaves one in build/. */
export async function memoryDatabase(): Promise<PGlite> {
  const file = templateFile();
  try {
    return await PGlite.create({ loadDataDir: new Blob([readFileSync(file)]) });
  } catch {
    return makeTemplate(file);
  }
}

function templateFile(): string {
  const digest = createHash("sha256");
  for (const name of readdirSync(migrationsFolder()).sort()) {
    if (name.endsWith(".sql")) digest.update(readFileSync(path.join(migrationsFolder(), name)));
  }
  digest.update(readFileSync("node_modules/@electric-sql/pglite/package.json"));
  return path.resolve("build", `test-database-${digest.digest("hex").slice(0, 16)}.tar`);
}

async function makeTemplate(file: string): Promise<PGlite> {
  const made = await PGlite.create();
  await migrate(drizzle(made), { migrationsFolder: migrationsFolder() });
  const packed = Buffer.from(await (await made.dumpDataDir("none")).arrayBuffer());
  mkdirSync(path.dirname(file), { recursive: true });
  for (const old of readdirSync(path.dirname(file))) {
    if (/^test-database-\w+\.tar$/.test(old)) rmSync(path.join(path.dirname(file), old));
  }
  const half = `${file}.${process.pid}`;
  writeFileSync(half, packed);
  renameSync(half, file);
  return made;
}
