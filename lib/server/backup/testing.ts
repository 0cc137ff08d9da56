import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { changeConsents } from "@/lib/network/consent/consent-change";
import type { MemberRecords } from "@/lib/network/consent/member-records";
import type { Recipient } from "@/lib/network/consent/purposes";
import type { Database } from "../db/database";
import { openEmbedded } from "../db/open-embedded";
import { settleSetting } from "../db/settings";
import { parseEnv } from "../env";
import { openJournal } from "../erasure/journal";
import { memberEraser } from "../erasure/member-eraser";
import { peopleByNumber } from "../signals/load-people";
import { recorderOver, testPepper } from "../signals/testing";
import { memberRecords } from "../you/member-records";

export const facts = { members: 300, seed: 3, madeOn: 20_770, imported: false };
export const now = new Date("2026-11-22T12:00:00Z");

export const aFolder = (): { readonly path: string; readonly remove: () => void } => {
  const made = mkdtempSync(path.join(tmpdir(), "nod-backup-"));
  return { path: made, remove: () => rmSync(made, { recursive: true, force: true }) };
};

export const envOf = (dataDir: string) =>
  parseEnv({ NOD_DATA: dataDir, NOD_MODE: "demo", NOD_PEPPER: testPepper });

/** What a running deployment does to members, without its engine. */
export interface Deployment {
  readonly db: Database;
  readonly records: MemberRecords;
  withdraw(member: number, recipient?: Recipient): Promise<void>;
  give(member: number): Promise<void>;
  leave(member: number): Promise<void>;
  who(member: number): ReturnType<typeof personNow>;
  close(): Promise<void>;
}

async function personNow(db: Database, member: number) {
  return (await peopleByNumber(db, facts, [member])).get(member)?.now ?? null;
}

const act = { actor: "member", method: "switch", language: "en", clientAt: null } as const;

export async function openDeployment(dataDir: string): Promise<Deployment> {
  const { db, close } = await openEmbedded(dataDir);
  await settleSetting(db, "population", facts);
  await settleSetting(db, "epoch-salt", "first");
  const journal = await openJournal(dataDir, testPepper);
  const engine = recorderOver(db, async () => {}, journal.note);
  const records = memberRecords(db, engine, facts);
  const eraser = memberEraser({ engine, journal, pepper: testPepper });
  const say = (member: number, recipient: Recipient, given: boolean) => {
    const key = { purpose: "relevant_ads", recipient } as const;
    const { changes, events } = changeConsents(member, [key], given, act);
    return records.record(member, changes, now, events);
  };
  return {
    db,
    records,
    withdraw: (member, recipient = "messenger") => say(member, recipient, false),
    give: (member) => say(member, "messenger", true),
    leave: (member) => eraser.erase(member, now),
    who: (member) => personNow(db, member),
    async close() {
      await engine.close();
      await journal.close();
      await close();
    },
  };
}
