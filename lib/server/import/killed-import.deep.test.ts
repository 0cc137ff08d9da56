import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { asc, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmbedded } from "../db/open-embedded";
import { rowsOf } from "../db/rows";
import { consentLedger, memberIdentity, memberImport, memberPack } from "../db/schema/members";
import { company } from "../db/schema/network";
import { readPopulation } from "../population-facts";
import { linesOf } from "./testing";

let folder: string;
let file: string;
let listed: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-import-"));
  file = path.join(folder, "members.ndjson.gz");
  listed = path.join(folder, "companies.ndjson");
  const people = Array.from({ length: 40_000 }, (_, i) => ({
    id: i % 5_000 === 4_999 ? "m-0" : `m-${i}`,
    birth_year: i % 7 === 0 ? 2012 : 1990,
    companies: [{ id: `company-${i % 300}`, kind: "conversation", at: "2026-05-01" }],
    consents: [
      { purpose: "relevant_ads", recipients: ["photos"], at: "2026-04-01T09:00:00Z", notice: "v4" },
    ],
  }));
  writeFileSync(file, gzipSync(linesOf(people), { level: 1 }));
  const companies = Array.from({ length: 299 }, (_, i) => ({
    id: `company-${i}`,
    name: `No. ${i}`,
  }));
  writeFileSync(listed, companies.map((one) => `${JSON.stringify(one)}\n`).join(""));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The environment of a demo with one pepper, so that two folders can be compared. */
const environment = (data: string) => ({
  ...process.env,
  NOD_DATA: path.join(folder, data),
  NOD_MODE: "test",
  NOD_PEPPER: "the pepper of a test deployment, long enough",
});

const start = (data: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ["scripts/run.mjs", "scripts/import.ts", ...args], {
    env: environment(data),
    stdio: ["ignore", "pipe", "pipe"],
  });

async function run(data: string, args: readonly string[]) {
  const child = start(data, args);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (piece: Buffer) => {
      said += piece.toString();
    });
  }
  const [code] = await once(child, "close");
  return { code, said };
}

async function contentOf(data: string) {
  const { db, close } = await openEmbedded(path.join(folder, data));
  try {
    const imports = await db.select().from(memberImport);
    const ledger = await db.select().from(consentLedger).orderBy(asc(consentLedger.firstLeaf));
    return {
      facts: await readPopulation(db),
      packs: await db.select().from(memberPack).orderBy(asc(memberPack.firstMember)),
      ids: await db.select().from(memberIdentity).orderBy(asc(memberIdentity.member)),
      ledger: ledger.map(({ enteredAt, ...leaf }) => leaf),
      companies: await db.select().from(company).orderBy(asc(company.id)),
      imports: imports.map(({ startedAt, finishedAt, ...one }) => one),
      indexes: rowsOf(
        await db.execute(
          sql`select indexdef from pg_indexes where tablename = 'member_identity' order by 1`,
        ),
      ),
      unfinished: imports.filter(({ finishedAt }) => finishedAt === null).length,
    };
  } finally {
    await close();
  }
}

const reportOf = (data: string) => readFileSync(path.join(folder, `${data}.ndjson`), "utf8");
const argsFor = (data: string) => [
  file,
  ...["--companies", listed, "--report", path.join(folder, `${data}.ndjson`)],
];

test("an import that is killed again and again ends in the same database and report as one that is not", async () => {
  const whole = await run("whole", argsFor("whole"));
  expect(whole).toMatchObject({ code: 0 });
  const expected = await contentOf("whole");
  // Every 5,000th line is m-0 again.
  expect(expected.ids).toHaveLength(40_000 - 8);
  expect(expected.unfinished).toBe(0);
  expect(expected.indexes).toHaveLength(4);
  expect(expected.companies).toHaveLength(299);
  expect(whole.said).toMatch(/ 131 undeclared_company: Relations to companies/);

  let kills = 0;
  for (const wait of [0, 300, 900]) {
    const before = readSize(`${folder}/killed.ndjson`);
    const child = start("killed", argsFor("killed"));
    while (child.exitCode === null && readSize(`${folder}/killed.ndjson`) <= before)
      await pause(20);
    await pause(wait);
    if (child.exitCode !== null) break;
    child.kill("SIGKILL");
    await once(child, "close");
    kills += 1;
  }
  expect(kills).toBeGreaterThan(0);
  const last = await run("killed", argsFor("killed"));
  if (kills === 3) expect(last.said).toMatch(/^Going on after line \d+/);
  expect(await contentOf("killed")).toEqual(expected);
  expect(reportOf("killed")).toBe(reportOf("whole"));

  const again = await run("killed", argsFor("killed"));
  expect(again.said).toMatch(/was imported on .*: there is nothing to do/);
});

const readSize = (name: string): number => {
  try {
    return readFileSync(name).length;
  } catch {
    return 0;
  }
};

test("an import refuses to run beside a server, into a synthetic network, and what it does not understand", async () => {
  const held = await openEmbedded(path.join(folder, "held"));
  const beside = await run("held", [file]);
  await held.db.execute(
    `insert into network.setting (key, value) values ('population', '{"members": 5, "seed": 1, "madeOn": 20500}')`,
  );
  await held.close();
  expect(beside.code).toBe(1);
  expect(beside.said).toMatch(/^The data folder .* is in use by process \d+: stop that first/);
  for (const [args, said] of [
    [[file], /^This data holds a synthetic network of 5 members: set NOD_DATA to a new folder/],
    [[path.join(folder, "none")], /^.*none cannot be read: ENOENT/],
    [[], /^Usage: npm run import/],
    [[file, "--nonsense"], /^Unknown option '--nonsense'. Usage/],
    [[file, "--companies", path.join(folder, "none")], /^.*none cannot be read: ENOENT/],
    [[file, "--companies", file], /members.ndjson.gz: Line 1 is not a company such as/],
  ] as const) {
    const refused = await run("held", args);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.said).toMatch(said);
    expect(refused.said.trim().split("\n")).toHaveLength(1);
  }
});

test("a sample written by the other command is imported whole, from stdin too", async () => {
  const sample = path.join(folder, "sample.ndjson");
  const order = ["scripts/run.mjs", "scripts/export-sample.ts", "--members", "500"];
  const companies = path.join(folder, "sample-companies.ndjson");
  execFileSync(process.execPath, [...order, "--out", sample]);
  const piped = execFileSync(process.execPath, [...order, "--out", "-"]);
  expect(piped.equals(readFileSync(sample))).toBe(true);
  const said = execFileSync(
    process.execPath,
    ["scripts/run.mjs", "scripts/import.ts", "-", "--companies", companies],
    {
      env: environment("stdin"),
      input: piped,
      stdio: ["pipe", "pipe", "ignore"],
    },
  ).toString();
  expect(said).toMatch(/^500 lines read/);
  expect(said).toMatch(/500 members imported; the network has 500\.\n$/);
});
