import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consentBit } from "@/lib/network/consent/consent-bits";
import type { Member } from "@/lib/network/population/member";
import { aMember } from "@/lib/network/population/testing";
import { arbitraryChange } from "@/lib/network/reach/arbitrary-change";
import type { MemberChange } from "@/lib/network/reach/engine";
import { memberAfter } from "@/lib/network/reach/member-after";
import { changesFrom, journalEntries, journalLine, readJournalLine } from "./journal-entry";

const pepper = "a pepper that only tests know, 32 characters";
const number = 4711;
const segment = "371";
const member = aMember({
  number,
  signals: [{ segment, strength: 2, day: 20_490 }],
  companies: [{ company: "shop", kind: "conversation", day: 20_490 }],
});
const consent = {
  type: "consent",
  member: number,
  purpose: "relevant_ads",
  recipient: "photos",
} as const;
const taken: readonly MemberChange[] = [
  { ...consent, given: false },
  { type: "signal_removed", member: number, segment },
  { type: "company_removed", member: number, company: "shop" },
  { type: "signals_cleared", member: number },
  { type: "left", member: number },
];
const changed = (start: Member, changes: readonly MemberChange[]): Member | null =>
  changes.reduce<Member | null>((one, change) => one && memberAfter(one, change), start);

describe("the journal", () => {
  test("keeps what takes something away, and nothing that adds", () => {
    expect(journalEntries(pepper, taken)).toHaveLength(taken.length);
    const added: readonly MemberChange[] = [
      { ...consent, given: true },
      { type: "signal", member: number, segment, strength: 1, day: 20_000 },
      { type: "active", member: number, day: 20_000 },
    ];
    expect(journalEntries(pepper, added)).toEqual([]);
  });

  test("names neither the person nor what it was about", () => {
    const lines = journalEntries(pepper, taken).map((entry) => journalLine(pepper, entry));
    for (const line of lines) {
      const [, text = ""] = line.split(" ");
      expect(JSON.parse(text).what ?? "").not.toBe(segment);
      expect(line).not.toContain(`"${number}"`);
      expect(line).not.toContain(`"${segment}"`);
      expect(line).not.toContain("shop");
    }
    const other = journalEntries(`${pepper}!`, taken);
    expect(other.map((one) => "who" in one && one.who)).not.toEqual(
      journalEntries(pepper, taken).map((one) => "who" in one && one.who),
    );
  });

  test("is read back as it was written, and no line that somebody else wrote or changed", () => {
    for (const entry of journalEntries(pepper, taken)) {
      const line = journalLine(pepper, entry).trimEnd();
      expect(readJournalLine(pepper, line)).toEqual(entry);
      expect(readJournalLine(`${pepper}!`, line)).toBeNull();
      const changed = line.replace(/"who":"./, '"who":"~');
      expect(changed).not.toBe(line);
      expect(readJournalLine(pepper, changed)).toBeNull();
      expect(readJournalLine(pepper, line.slice(0, -3))).toBeNull();
    }
    expect(readJournalLine(pepper, "")).toBeNull();
  });

  test("takes from a restored member what the person had taken away since the backup, whatever else happened", () => {
    const changes = fc.array(arbitraryChange([member]), { maxLength: 12 });
    fc.assert(
      fc.property(changes, (drawn) => {
        const happened = drawn.map((change) => ({ ...change, member: number }));
        const then = changed(member, happened);
        const entries = journalEntries(pepper, happened);
        const restored = entries.reduce<Member | null>(
          (one, entry) => one && changed(one, changesFrom(pepper, entry, one)),
          member,
        );
        if (!then) {
          expect(restored).toBeNull();
          return;
        }
        const off = member.consent & ~then.consent;
        expect((restored?.consent ?? 0) & off).toBe(0);
        const kept = new Set(restored?.signals.map((one) => one.segment));
        const standing = new Set(then.signals.map((one) => one.segment));
        for (const one of kept) expect(standing.has(one)).toBe(true);
      }),
    );
  });

  test("takes away only what there is", () => {
    const bare = aMember({ number, consent: consentBit("safety", "social") });
    const entries = journalEntries(pepper, taken.slice(0, 3));
    expect(entries.flatMap((entry) => changesFrom(pepper, entry, bare))).toEqual([]);
    expect(entries.flatMap((entry) => changesFrom(pepper, entry, member))).toEqual(
      taken.slice(0, 3),
    );
  });
});
