import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { changeConsents } from "@/lib/network/consent/consent-change";
import { isGiven } from "@/lib/network/consent/consents-of";
import { openPostgres } from "../db/open-postgres";
import { readSetting, settleSetting } from "../db/settings";
import { parseEnv } from "../env";
import { openJournal } from "../erasure/journal";
import { memberEraser } from "../erasure/member-eraser";
import { peopleByNumber } from "../signals/load-people";
import { recorderOver, testPepper } from "../signals/testing";
import { memberRecords } from "../you/member-records";
import { makeBackup } from "./make-backup";
import { restoreBackup } from "./restore-backup";
import { facts, now } from "./testing";

const url = process.env.TEST_DATABASE_URL;
const act = { actor: "member", method: "switch", language: "en", clientAt: null } as const;
const key = { purpose: "relevant_ads", recipient: "messenger" } as const;

/** What pg_dump and pg_restore do, by the server itself: a whole copy of a database that nobody has open. */
async function copy(from: string, to: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${to}`);
  await admin.query(`create database ${to} template ${from}`);
  await admin.end();
}

async function open(databaseUrl: string, dataDir: string) {
  const { db, close } = await openPostgres(databaseUrl, () => undefined);
  await settleSetting(db, "population", facts);
  await settleSetting(db, "epoch-salt", "first");
  const journal = await openJournal(dataDir, testPepper);
  const engine = recorderOver(db, async () => {}, journal.note);
  const records = memberRecords(db, engine, facts);
  return {
    db,
    withdraw(member: number) {
      const { changes, events } = changeConsents(member, [key], false, act);
      return records.record(member, changes, now, events);
    },
    leave: (member: number) =>
      memberEraser({ engine, journal, pepper: testPepper }).erase(member, now),
    who: async (member: number) =>
      (await peopleByNumber(db, facts, [member])).get(member)?.now ?? null,
    async close() {
      await engine.close();
      await journal.close();
      await close();
    },
  };
}

test.runIf(url)(
  "a dump of PostgreSQL that is put back hears of what people took away since it was made",
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "nod-restore-"));
    const name = `restore_${process.pid}`;
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await copy("template1", name);
    const own = new URL(url ?? "");
    own.pathname = `/${name}`;
    const secrets = { NOD_PEPPER: testPepper, NOD_MODE: "demo", DATABASE_URL: own.href };
    const env = parseEnv({ NOD_DATA: path.join(folder, "data"), ...secrets });
    const backup = path.join(folder, "backup");

    const first = await open(own.href, env.dataDir);
    const willing: number[] = [];
    for (let member = 0; willing.length < 3; member += 1) {
      const person = await first.who(member);
      if (person && isGiven(person.consent, key)) willing.push(member);
    }
    const [stops = 0, leaves = 0, stays = 0] = willing;
    expect((await makeBackup(env, backup, now)).database.kind).toBe("postgres");
    await first.close();
    await copy(name, `${name}_dump`);

    const second = await open(own.href, env.dataDir);
    await second.withdraw(stops);
    await second.leave(leaves);
    await second.close();

    await copy(`${name}_dump`, name);
    const order = { folder: backup, replace: false, withoutJournal: false };
    expect(await restoreBackup(env, order, now)).toMatchObject({ people: 2, aside: null });

    const third = await open(own.href, env.dataDir);
    const allows = async (member: number) => {
      const person = await third.who(member);
      return person && isGiven(person.consent, key);
    };
    expect(await allows(stops)).toBe(false);
    expect(await third.who(leaves)).toBeNull();
    expect(await allows(stays)).toBe(true);
    expect(await readSetting(third.db, "epoch-salt")).not.toBe("first");
    await third.close();

    const embedded = parseEnv({ NOD_DATA: path.join(folder, "other"), NOD_PEPPER: testPepper });
    await expect(restoreBackup(embedded, order, now)).rejects.toThrow(/pg_restore/);
  },
);
