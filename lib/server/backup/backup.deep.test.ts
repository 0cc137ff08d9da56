import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isGiven } from "@/lib/network/consent/consents-of";
import { lockFolder } from "../db/lock";
import { readSetting } from "../db/settings";
import { journalFile } from "../erasure/journal";
import { listEntries } from "../ledger/entries";
import { makeBackup } from "./make-backup";
import { restoreBackup } from "./restore-backup";
import { aFolder, type Deployment, envOf, facts, now, openDeployment } from "./testing";

let folder: ReturnType<typeof aFolder>;
let data: string;
let backup: string;
beforeEach(() => {
  folder = aFolder();
  data = path.join(folder.path, "data");
  backup = path.join(folder.path, "backup");
});
afterEach(() => folder.remove());

const env = () => envOf(data);
const keep = () => makeBackup(env(), backup, now);
const restore = (over = {}) =>
  restoreBackup(env(), { folder: backup, replace: false, withoutJournal: false, ...over }, now);
const allows = async (
  deployment: Deployment,
  member: number,
  recipient: "messenger" | "photos" = "messenger",
) => {
  const person = await deployment.who(member);
  return person !== null && isGiven(person.consent, { purpose: "relevant_ads", recipient });
};

/** Members who allow relevant ads in the messenger, by the backup's own people. */
async function willing(deployment: Deployment): Promise<readonly number[]> {
  const found: number[] = [];
  for (let member = 0; member < facts.members && found.length < 8; member += 1) {
    if (await allows(deployment, member)) found.push(member);
  }
  return found;
}

/** A deployment with a backup; then something happens, and the database is lost. */
async function loseAfter(
  happens: (deployment: Deployment, people: readonly number[]) => Promise<void>,
  before: typeof happens = async () => {},
): Promise<readonly number[]> {
  const first = await openDeployment(data);
  const people = await willing(first);
  await before(first, people);
  await first.close();
  await keep();
  const second = await openDeployment(data);
  await happens(second, people);
  await second.close();
  rmSync(path.join(data, "db"), { recursive: true });
  return people;
}

const nth = (people: readonly number[], index: number): number => {
  const member = people[index];
  if (member === undefined) throw new Error("There are more such people.");
  return member;
};

describe("a restored backup", () => {
  test("has heard of everything that people took away since, although the database is lost", async () => {
    const people = await loseAfter(async (nod, members) => {
      await nod.withdraw(nth(members, 0));
      await nod.leave(nth(members, 1));
      await nod.withdraw(nth(members, 2));
      await nod.give(nth(members, 2));
      const segment = (await nod.who(nth(members, 3)))?.signals[0]?.segment;
      if (!segment) throw new Error("The person has signals.");
      const removed = { type: "signal_removed", member: nth(members, 3), segment } as const;
      await nod.records.record(nth(members, 3), [removed], now);
      await nod.records.record(
        nth(members, 4),
        [{ type: "signals_cleared", member: nth(members, 4) }],
        now,
      );
    });
    mkdirSync(path.join(data, "reach"));
    expect(await restore()).toMatchObject({ people: 5, aside: null });
    expect(existsSync(path.join(data, "reach"))).toBe(false);

    const nod = await openDeployment(data);
    expect(await allows(nod, nth(people, 0))).toBe(false);
    expect(await nod.who(nth(people, 1))).toBeNull();
    // A yes after the backup is not known any more: they are asked again.
    expect(await allows(nod, nth(people, 2))).toBe(false);
    expect((await nod.who(nth(people, 4)))?.signals).toEqual([]);
    expect(await allows(nod, nth(people, 5))).toBe(true);
    expect(await readSetting(nod.db, "epoch-salt")).not.toBe("first");
    const told = await listEntries(nod.db, nth(people, 0));
    expect(told.at(-1)).toMatchObject({ type: "withdrawn", actor: "network", method: "restore" });
    await nod.close();
  });

  test("takes nothing away that was taken and given back before it was made", async () => {
    const people = await loseAfter(
      async () => {},
      async (nod, members) => {
        await nod.withdraw(nth(members, 0));
        await nod.give(nth(members, 0));
        await nod.withdraw(nth(members, 1));
      },
    );
    expect(await restore()).toMatchObject({ people: 0 });
    const nod = await openDeployment(data);
    expect(await allows(nod, nth(people, 0))).toBe(true);
    expect(await allows(nod, nth(people, 1))).toBe(false);
    await nod.close();
  });

  test("can be put back again and again, and hears of more each time", async () => {
    const people = await loseAfter((nod, members) => nod.withdraw(nth(members, 0)));
    await restore();
    const nod = await openDeployment(data);
    await nod.withdraw(nth(people, 1));
    await nod.close();
    await expect(restore()).rejects.toThrow(/There is a database in .* already: --replace/);
    const again = await restore({ replace: true });
    expect(again.people).toBe(2);
    expect(again.aside && existsSync(again.aside)).toBe(true);
    const last = await openDeployment(data);
    expect([await allows(last, nth(people, 0)), await allows(last, nth(people, 1))]).toEqual([
      false,
      false,
    ]);
    await last.close();
  });
});

describe("the journal", () => {
  const line = () => readFileSync(journalFile(data), "utf8").split("\n").at(-2) ?? "";

  test("must be there, the same and unchanged; whoever restores without it says so", async () => {
    const people = await loseAfter((nod, members) => nod.withdraw(nth(members, 0)));
    const whole = readFileSync(journalFile(data));
    for (const [damage, sentence] of [
      [() => rmSync(journalFile(data)), /There is no journal at/],
      [
        () => writeFileSync(journalFile(data), "nod-journal other\n".padEnd(whole.length)),
        /is not the one/,
      ],
      [() => truncateSync(journalFile(data), 10), /is not the one/],
      [
        () => appendFileSync(journalFile(data), `${line().replace(/"who":"./, '"who":"~')}\n`),
        /did not write/,
      ],
    ] as const) {
      damage();
      await expect(restore()).rejects.toThrow(sentence);
      writeFileSync(journalFile(data), whole);
    }
    rmSync(journalFile(data));
    expect(await restore({ withoutJournal: true })).toMatchObject({ people: null });
    const nod = await openDeployment(data);
    expect(await allows(nod, nth(people, 0))).toBe(true);
    await nod.close();
  });

  test("may end in the middle of a line that a crash cut off, and goes on after it", async () => {
    const people = await loseAfter((nod, members) => nod.withdraw(nth(members, 0)));
    appendFileSync(journalFile(data), line().slice(0, 40));
    expect(await restore()).toMatchObject({ people: 1 });
    const nod = await openDeployment(data);
    await nod.withdraw(nth(people, 1));
    await nod.close();
    expect(await restore({ replace: true })).toMatchObject({ people: 2 });
  });
});

describe("a backup", () => {
  const made = async () => {
    const nod = await openDeployment(data);
    await nod.close();
  };

  test("is refused beside a running server, over another folder's files, and where there is nothing", async () => {
    await expect(keep()).rejects.toThrow(/no embedded database/);
    await made();
    const lock = await lockFolder(data);
    await expect(keep()).rejects.toThrow(/in use by process/);
    await expect(restore()).rejects.toThrow(/There is no backup/);
    await lock.release();
    mkdirSync(backup);
    writeFileSync(path.join(backup, "mine"), "");
    await expect(keep()).rejects.toThrow(/not empty/);
    rmSync(backup, { recursive: true });
    await keep();
    await expect(keep()).rejects.toThrow(/not empty/);
    const held = await lockFolder(data);
    await expect(restore({ replace: true })).rejects.toThrow(/in use by process/);
    await held.release();
  });

  test("that is torn or changed is refused with a sentence, and what stood stays", async () => {
    await made();
    await keep();
    const files = readdirSync(path.join(backup, "db"), { recursive: true, withFileTypes: true });
    const largest = files.find((one) => one.isFile() && one.name === "pg_control");
    if (!largest) throw new Error("A database has a control file.");
    const control = path.join(largest.parentPath, largest.name);
    const manifest = path.join(backup, "manifest.json");
    for (const [file, sentence] of [
      [control, /damaged: its files are not those/],
      [manifest, /manifest .* is damaged/],
    ] as const) {
      const whole = readFileSync(file);
      for (const damaged of [
        whole.subarray(0, whole.length / 2),
        Buffer.concat([whole, Buffer.from("x")]),
      ]) {
        writeFileSync(file, damaged);
        await expect(restore({ replace: true })).rejects.toThrow(sentence);
      }
      writeFileSync(file, whole);
    }
    rmSync(manifest);
    await expect(restore({ replace: true })).rejects.toThrow(/a whole one has a manifest/);
    const nod = await openDeployment(data);
    expect(await nod.who(0)).not.toBeNull();
    await nod.close();
  });
});
