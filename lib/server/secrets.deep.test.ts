import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/pglite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDatabase } from "./db/database";
import { setting } from "./db/schema/network";
import { parseEnv } from "./env";
import { resolveSecrets } from "./secrets";
import { memoryDatabase } from "./store/testing-template";

let folder: string;
let memory: Awaited<ReturnType<typeof memoryDatabase>> | undefined;

async function aDatabase(kind: OpenDatabase["kind"]): Promise<OpenDatabase> {
  memory ??= await memoryDatabase();
  const db = drizzle(memory);
  await db.delete(setting);
  return { db, kind, close: async () => undefined };
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const demo = (more: Record<string, string> = {}) => parseEnv({ NOD_DATA: folder, ...more });

describe("the secrets of a demo", () => {
  it("are made once, kept for this account alone, and found again", async () => {
    const database = await aDatabase("embedded");
    const first = await resolveSecrets(demo(), database);
    expect(new Set(Object.values(first)).size).toBe(4);
    expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(await resolveSecrets(demo(), database)).toEqual(first);
    expect(await database.db.select().from(setting)).toEqual([]);
  });

  it("give way to one of the environment", async () => {
    const given = "e".repeat(40);
    const secrets = await resolveSecrets(demo({ NOD_PEPPER: given }), await aDatabase("embedded"));
    expect(secrets.pepper).toBe(given);
  });

  it("lie in a shared database, but for the release key", async () => {
    const database = await aDatabase("postgres");
    const first = await resolveSecrets(demo(), database);
    const kept = JSON.stringify(await database.db.select().from(setting));
    expect(kept).toContain(first.pepper);
    expect(kept).not.toContain(first.releaseKey);
    const file = readFileSync(path.join(folder, "secrets.json"), "utf8");
    expect(JSON.parse(file)).toEqual({ releaseKey: first.releaseKey });
    expect(await resolveSecrets(demo(), database)).toEqual(first);
  });

  it("are not made anew over a damaged file: what they protect would be lost", async () => {
    writeFileSync(path.join(folder, "secrets.json"), "{");
    const resolved = resolveSecrets(demo(), await aDatabase("embedded"));
    await expect(resolved).rejects.toThrow(/is damaged/);
  });
});

it("in live mode the secrets are the environment's and nothing is written", async () => {
  const given = {
    NOD_AUTH_SECRET: "a".repeat(32),
    NOD_RELEASE_KEY: "b".repeat(32),
    NOD_PEPPER: "c".repeat(32),
    NOD_LEDGER_KEY: "d".repeat(32),
  };
  const database = await aDatabase("postgres");
  const secrets = await resolveSecrets(demo({ NOD_MODE: "live", ...given }), database);
  expect(Object.values(secrets)).toEqual(Object.values(given));
  expect(await database.db.select().from(setting)).toEqual([]);
  expect(() => statSync(path.join(folder, "secrets.json"))).toThrow();
});
