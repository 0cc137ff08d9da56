import { deflateRawSync } from "node:zlib";
import { changeConsents } from "@/lib/network/consent/consent-change";
import { type ConsentLeaf, packConsents } from "@/lib/network/consent/consent-leaves";
import { makeReceipt } from "@/lib/network/consent/ledger/make-receipt";
import { ledgerSigner } from "@/lib/network/consent/ledger/signing-key";
import { recipients } from "@/lib/network/consent/purposes";
import type { Database } from "../db/database";
import { consentLedger } from "../db/schema/members";
import { appendToLog, decideAndAppend, logEnd, readLog } from "../engines/member-log";
import { recordChanges } from "../engines/record-changes";
import { memberRecords } from "../you/member-records";
import { proveEntry } from "./prove-entry";

export const secret = "a ledger secret that is long enough for anybody";
export const signer = ledgerSigner(secret);
export const now = () => new Date("2026-09-20T10:00:00.000Z");
const act = { actor: "member", method: "purpose_toggle", language: "pt", clientAt: null } as const;

/** One process's way to the members; synthetic ones unless said otherwise. */
export function recordsOf(db: Database, imported = false) {
  const engine = recordChanges({
    append: (entries) => appendToLog(db, entries),
    decide: (work) => decideAndAppend(db, work),
    end: () => logEnd(db),
    read: (after) => readLog(db, async (changes) => changes, after),
    applyAll: async () => {},
    position: 0,
  });
  return memberRecords(db, engine, { seed: 1, members: 50, madeOn: 20_500, imported });
}

export async function press(db: Database, member: number, imported = false) {
  const keys = recipients.map((recipient) => ({ purpose: "safety" as const, recipient }));
  const { changes, events } = changeConsents(member, keys, false, act);
  await recordsOf(db, imported).record(member, changes, now(), events);
}

const brought = (member: number, notice = "v4"): ConsentLeaf[] => [
  {
    member,
    purpose: "relevant_ads",
    recipients: ["messenger", "photos"],
    at: Date.UTC(2026, 1, 3),
    notice,
  },
  { member, purpose: "safety", recipients: ["messenger"], at: Date.UTC(2026, 1, 4), notice },
];

export async function importRow(db: Database, firstLeaf: number, members: readonly number[]) {
  const leaves = members.flatMap((member) => brought(member));
  await db.insert(consentLedger).values({
    ...{ firstLeaf, leaves: leaves.length, firstMember: members[0] ?? 0, enteredAt: now() },
    packed: deflateRawSync(packConsents(leaves, members[0] ?? 0)),
  });
}

export async function receiptOf(db: Database, member: number, leaf: number): Promise<unknown> {
  const proof = await proveEntry(db, signer, { member, leaf }, now);
  return proof && JSON.parse(JSON.stringify(makeReceipt(proof)));
}
