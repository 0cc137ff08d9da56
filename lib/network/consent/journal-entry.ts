import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod/mini";
import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import { isGiven } from "./consents-of";
import { purposes, recipients } from "./purposes";

/** What a restored backup must hear of, in an order that is kept. Whom and what it is about stands in it as HMAC only. */
const entrySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("withdrawn"),
    who: z.string(),
    purpose: z.literal([...purposes]),
    recipient: z.literal([...recipients]),
  }),
  z.strictObject({
    kind: z.literal(["signal_removed", "company_removed"]),
    who: z.string(),
    what: z.string(),
  }),
  z.strictObject({ kind: z.literal(["signals_cleared", "left"]), who: z.string() }),
  // Lines of earlier versions do not say when; nothing takes them back.
  z.strictObject({
    kind: z.literal("suppressed"),
    what: z.string(),
    at: z.optional(z.iso.datetime()),
  }),
  // Their person took back the one of that moment, and no other: in which order the two stand does not matter.
  z.strictObject({ kind: z.literal("allowed"), what: z.string(), at: z.iso.datetime() }),
  // Nothing about a person: what a workspace may have been charged on a day of network time. A restored backup must not give it back.
  z.strictObject({
    kind: z.literal("charged"),
    workspace: z.string(),
    use: z.literal(["question", "report", "pacing"]),
    day: z.iso.date(),
    units: z.int(),
    questions: z.int(),
  }),
]);
export type JournalEntry = z.infer<typeof entrySchema>;
export type ChargedEntry = Extract<JournalEntry, { readonly kind: "charged" }>;

const hmac = (pepper: string, text: string): string =>
  createHmac("sha256", pepper).update(`journal/v1/${text}`).digest("base64url");

export const journalName = (pepper: string, member: number): string =>
  hmac(pepper, `member/${member}`);

const subjectOf = (pepper: string, member: number, kind: string, id: string): string =>
  hmac(pepper, `${kind}/${member}/${id}`);

/** What the journal keeps of changes: whatever takes something away from how a person may be used. */
export function journalEntries(
  pepper: string,
  changes: readonly MemberChange[],
): readonly JournalEntry[] {
  return changes.flatMap((change) => entryOf(pepper, change) ?? []);
}

/** null: it takes nothing away. */
function entryOf(pepper: string, change: MemberChange): JournalEntry | null {
  const who = () => journalName(pepper, change.member);
  switch (change.type) {
    case "consent": {
      const { purpose, recipient } = change;
      return change.given ? null : { kind: "withdrawn", who: who(), purpose, recipient };
    }
    case "signal_removed": {
      const what = subjectOf(pepper, change.member, "segment", change.segment);
      return { kind: change.type, who: who(), what };
    }
    case "company_removed": {
      const what = subjectOf(pepper, change.member, "company", change.company);
      return { kind: change.type, who: who(), what };
    }
    case "signals_cleared":
    case "left":
      return { kind: change.type, who: who() };
    case "signal":
    case "company":
    case "moved":
    case "joined":
    case "active":
      return null;
  }
}

/** What an entry still takes away from a member as a backup has them; nothing when they never had it. */
export function changesFrom(
  pepper: string,
  entry: JournalEntry,
  member: Member,
): readonly MemberChange[] {
  const { number } = member;
  switch (entry.kind) {
    case "withdrawn": {
      const { purpose, recipient } = entry;
      if (!isGiven(member.consent, { purpose, recipient })) return [];
      return [{ type: "consent", member: number, purpose, recipient, given: false }];
    }
    case "signal_removed": {
      const ours = ({ segment }: { segment: string }) =>
        subjectOf(pepper, number, "segment", segment) === entry.what;
      const signal = member.signals.find(ours);
      return signal ? [{ type: entry.kind, member: number, segment: signal.segment }] : [];
    }
    case "company_removed": {
      const ours = ({ company }: { company: string }) =>
        subjectOf(pepper, number, "company", company) === entry.what;
      const relation = member.companies.find(ours);
      return relation ? [{ type: entry.kind, member: number, company: relation.company }] : [];
    }
    case "signals_cleared":
    case "left":
      return [{ type: entry.kind, member: number }];
    case "suppressed":
    case "allowed":
    case "charged":
      return [];
  }
}

/** An entry as a line, with a code that only the pepper's holder can make. */
export function journalLine(pepper: string, entry: JournalEntry): string {
  const text = JSON.stringify(entry);
  return `${hmac(pepper, `line/${text}`)} ${text}\n`;
}

/** The entry of a line; null when it is none, or was not written by this deployment. */
export function readJournalLine(pepper: string, line: string): JournalEntry | null {
  const space = line.indexOf(" ");
  const [code, text] = [line.slice(0, space), line.slice(space + 1)];
  const ours = Buffer.from(hmac(pepper, `line/${text}`));
  const given = Buffer.from(code);
  if (ours.length !== given.length || !timingSafeEqual(ours, given)) return null;
  return entrySchema.parse(JSON.parse(text));
}
