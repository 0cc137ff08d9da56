import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { verifyReceipt } from "@/lib/network/consent/ledger/verify-receipt";
import { ledgerEntry, ledgerIntake, subjectKey } from "../db/schema/ledger";
import { consentLedger } from "../db/schema/members";
import { memberEvent } from "../db/schema/network";
import { storesUnderTest } from "../store/testing";
import { findCheckpoint, publishCheckpoint } from "./checkpoints";
import { enterImported } from "./enter-imported";
import { listEntries } from "./entries";
import { forgetSubject } from "./forget-subject";
import { importRow, now, press, receiptOf, recordsOf, signer } from "./testing";
import { ledgerSize } from "./tiles";

for (const under of storesUnderTest()) {
  describe(`The consent ledger in ${under.name}`, () => {
    test("gives everybody a receipt of each of their events that verifies, and nobody one of others", async () => {
      const db = await under.empty();
      for (const member of [3, 4, 5, 3]) await press(db, member);
      for (const member of [3, 4, 5]) {
        for (const { leaf } of await listEntries(db, member)) {
          expect(verifyReceipt(await receiptOf(db, member, leaf), signer.publicKey)).toMatchObject({
            ok: true,
          });
          expect(await receiptOf(db, member === 3 ? 4 : 3, leaf)).toBeNull();
        }
      }
      const size = await ledgerSize(db);
      const all = await Promise.all([3, 4, 5].map((member) => listEntries(db, member)));
      expect(
        all
          .flat()
          .map(({ leaf }) => leaf)
          .sort((a, b) => a - b),
      ).toEqual(Array.from({ length: size }, (_, leaf) => leaf));
      expect(await receiptOf(db, 3, size)).toBeNull();
      expect(await receiptOf(db, 6, 0)).toBeNull();
    });

    test("has no gap when several processes write at once", async () => {
      const db = await under.empty();
      await Promise.all(Array.from({ length: 16 }, (_, i) => press(db, i % 8)));
      const entries = await db.select({ leaf: ledgerEntry.leaf }).from(ledgerEntry);
      const leaves = entries.map(({ leaf }) => leaf).sort((a, b) => a - b);
      expect(leaves).toEqual(Array.from({ length: await ledgerSize(db) }, (_, leaf) => leaf));
      expect(await db.$count(memberEvent)).toBe(48);
    });

    test("keeps nothing of an event whose change could not be written, nor the other way round", async () => {
      const db = await under.empty();
      await press(db, 3);
      const before = { size: await ledgerSize(db), events: await db.$count(memberEvent) };
      await db.delete(ledgerEntry);
      await db
        .insert(ledgerEntry)
        .values({ leaf: before.size, subject: "in the way", sealed: Buffer.alloc(1) });
      await expect(press(db, 4)).rejects.toThrow();
      expect({ size: await ledgerSize(db), events: await db.$count(memberEvent) }).toEqual(before);
    });

    test("takes imported consents in their order, one leaf each, once, and goes on after them", async () => {
      const db = await under.empty();
      await importRow(
        db,
        0,
        Array.from({ length: 40 }, (_, i) => i),
      );
      expect(await enterImported(db)).toBe(80);
      expect(await enterImported(db)).toBe(0);
      await press(db, 7, true);
      await importRow(db, 80, [40, 41, 49]);
      expect(await enterImported(db)).toBe(6);
      expect(await ledgerSize(db)).toBe(80 + 3 + 6);
      const events = await recordsOf(db, true).listConsentEvents(7);
      expect(events.map(({ leaf, type, method }) => [leaf, type, method])).toEqual([
        [14, "given", "import"],
        [15, "given", "import"],
        ...[80, 81, 82].map((leaf) => [leaf, "withdrawn", "purpose_toggle"]),
      ]);
      expect(events[0]).toMatchObject({
        ...{ purpose: "relevant_ads", recipients: ["messenger", "photos"], notice: "v4" },
        ...{ language: null, noticeSha256: null, clientAt: "2026-02-03T00:00:00.000Z" },
      });
      expect((await listEntries(db, 49)).map(({ leaf }) => leaf)).toEqual([87, 88]);
      for (const [member, leaf] of [
        [7, 14],
        [7, 82],
        [49, 88],
      ] as const) {
        const receipt = await receiptOf(db, member, leaf);
        expect(verifyReceipt(receipt, signer.publicKey)).toMatchObject({ ok: true });
      }
    });

    test("forgets a person and stays valid: what others hold still verifies, and nobody can read the rest", async () => {
      const db = await under.empty();
      await importRow(db, 0, [0, 1, 2]);
      await enterImported(db);
      await press(db, 1, true);
      await press(db, 30);
      const held = await receiptOf(db, 1, 2);
      const others = await receiptOf(db, 2, 4);
      const before = await findCheckpoint(db, signer.origin);
      const size = await ledgerSize(db);
      await forgetSubject(db, 1);
      await forgetSubject(db, 30);
      for (const member of [1, 30]) expect(await listEntries(db, member)).toEqual([]);
      expect(await receiptOf(db, 1, 2)).toBeNull();
      expect(await db.select().from(subjectKey).where(eq(subjectKey.member, 30))).toEqual([]);
      expect(await ledgerSize(db)).toBe(size);
      expect(await publishCheckpoint(db, signer, now)).toMatchObject({ size });
      expect(before?.size).toBeLessThanOrEqual(size);
      for (const receipt of [held, others]) {
        expect(verifyReceipt(receipt, signer.publicKey)).toMatchObject({ ok: true });
      }
      expect(verifyReceipt(await receiptOf(db, 2, 5), signer.publicKey)).toMatchObject({
        ok: true,
      });
    });

    test("of members who were replaced keeps its leaves, and gives their keys away", async () => {
      const db = await under.empty();
      await importRow(db, 0, [0, 1]);
      await enterImported(db);
      await publishCheckpoint(db, signer, now);
      await db.delete(consentLedger);
      expect(await db.$count(ledgerIntake)).toBe(0);
      await importRow(db, 0, [0, 1]);
      expect(await enterImported(db)).toBe(4);
      expect((await listEntries(db, 0)).map(({ leaf }) => leaf)).toEqual([4, 5]);
      expect(await publishCheckpoint(db, signer, now)).toMatchObject({ size: 8 });
    });
  });
}
