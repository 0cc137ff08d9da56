import { inflateRawSync } from "node:zlib";
import { asc } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { unpackConsents } from "@/lib/network/consent/consent-leaves";
import { verifyReceipt } from "@/lib/network/consent/ledger/verify-receipt";
import { mostCompanies } from "@/lib/network/population/import/company-line";
import { identityKey } from "@/lib/network/population/import/identity-key";
import { importDay as day } from "@/lib/network/population/import/testing";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import { consentLedger, memberIdentity, memberImport, memberPack } from "../db/schema/members";
import { company, memberEvent, settledDay } from "../db/schema/network";
import type { RowToHash } from "../ledger/enter-imported";
import { listEntries } from "../ledger/entries";
import { receiptOf, signer } from "../ledger/testing";
import { ledgerSize } from "../ledger/tiles";
import { readPopulation } from "../population-facts";
import { storesUnderTest } from "../store/testing";
import { readersHere } from "./chunk-readers";
import { declareCompanies } from "./declare-companies";
import { enterConsents } from "./enter-consents";
import { removeImported } from "./import-store";
import { findImported } from "./imported-people";
import { everybody, importText, linesOf, manyLines, sourceOf, testPepper } from "./testing";

const readers = readersHere(new Set());

for (const under of storesUnderTest()) {
  describe(`An import into ${under.name}`, () => {
    test("keep the first of two lines with one id, in the file, across chunks and across files", async () => {
      const db = await under.empty();
      const text =
        manyLines(5_000) + manyLines(3, 4_998) + linesOf([{ id: "m-0", gender: "female" }]);
      const { state } = await importText(db, text, { day });
      expect(state).toMatchObject({ lines: 5_004, members: 5_001, reasons: { duplicate_id: 3 } });
      const again = await importText(db, manyLines(10, 4_995), { day, id: "another file" });
      expect(again.state).toMatchObject({ members: 4, reasons: { duplicate_id: 6 } });
      expect((await everybody(db)).map(({ gender }) => gender)).not.toContain("female");
      const ids = await db.select().from(memberIdentity).orderBy(asc(memberIdentity.member));
      expect(ids.map(({ externalId }) => externalId)).toEqual(
        Array.from({ length: 5_005 }, (_, i) => `m-${i}`),
      );
      expect(await readPopulation(db)).toMatchObject({ members: 5_005, imported: true });
    });

    test("are known by keys under the pepper, null for who gave none", async () => {
      const db = await under.empty();
      await importText(
        db,
        linesOf([{ id: "a" }, { id: "b", email_sha256: null, phone_sha256: "12".repeat(32) }]),
        { day },
      );
      const rows = await db.select().from(memberIdentity).orderBy(asc(memberIdentity.member));
      const key = (kind: "email" | "phone", hash: string) =>
        new Uint8Array(identityKey(testPepper, kind, hash.repeat(32)));
      expect(rows).toEqual([
        { member: 0, externalId: "a", emailKey: key("email", "ab"), phoneKey: null },
        { member: 1, externalId: "b", emailKey: null, phoneKey: key("phone", "12") },
      ]);
    });

    test("bring one ledger leaf a consent, numbered without gaps in the order of the lines", async () => {
      const db = await under.empty();
      await importText(db, manyLines(5_000), { day });
      await importText(db, linesOf([{ id: "x", consents: [] }]) + manyLines(2, 9_000), {
        day,
        id: "more",
      });
      const rows = await db.select().from(consentLedger).orderBy(asc(consentLedger.firstLeaf));
      let next = 0;
      const members = rows.flatMap(({ firstLeaf, leaves, firstMember, packed }) => {
        expect(firstLeaf).toBe(next);
        next += leaves;
        const unpacked = unpackConsents(inflateRawSync(packed), firstMember);
        expect(unpacked).toHaveLength(leaves);
        return unpacked.map((leaf) => leaf?.member);
      });
      expect(members).toEqual([...Array.from({ length: 5_000 }, (_, i) => i), 5_001, 5_002]);
    });

    test("bring consents that get a receipt each, wherever their rows were hashed, and a stopped entering is gone on with", async () => {
      const db = await under.empty();
      await importText(db, manyLines(9_000), { day });
      const stopping = {
        threads: 2,
        hash: (row: RowToHash) =>
          row.firstLeaf > 4_000 ? Promise.reject(new Error("Stopped.")) : readers.hash(row),
      };
      await expect(enterConsents(db, stopping, () => undefined)).rejects.toThrow("Stopped.");
      expect(await ledgerSize(db)).toBe(4_096);
      await enterConsents(db, { ...readers, threads: 3 }, () => undefined);
      await enterConsents(db, readers, () => undefined);
      expect(await ledgerSize(db)).toBe(9_000);
      for (const member of [0, 4_095, 4_096, 8_999]) {
        expect((await listEntries(db, member)).map(({ leaf }) => leaf)).toEqual([member]);
        const receipt = await receiptOf(db, member, member);
        expect(verifyReceipt(receipt, signer.publicKey)).toMatchObject({ ok: true });
      }
    });

    test("stand as if nothing had happened when a broken source is imported again from its beginning or its break", async () => {
      const text = manyLines(9_000) + linesOf([{ id: "last", birth_year: 2012 }]);
      const whole = await under.empty();
      await importText(whole, text, { day });
      const content = async (db: Database) => ({
        packs: await db.select().from(memberPack).orderBy(asc(memberPack.firstMember)),
        ids: await db.select().from(memberIdentity).orderBy(asc(memberIdentity.member)),
        reasons: (await db.select().from(memberImport)).map(({ reasons, lines }) => [
          reasons,
          lines,
        ]),
      });
      const expected = await content(whole);
      const broken = await under.empty();
      // Breaks in the middle of a chunk: what came before it whole is committed.
      const source = sourceOf(text.slice(0, text.length / 2), new Error("The cable was pulled."));
      await expect(importText(broken, text, { day, source })).rejects.toThrow("cable");
      const half = (await readPopulation(broken))?.members ?? 0;
      expect(half).toBeGreaterThan(4_096);
      await importText(broken, text, { day });
      const { ids, reasons } = await content(broken);
      expect(ids).toEqual(expected.ids);
      expect(reasons).toEqual(expected.reasons);
      await importText(broken, text, { day, id: "by stdin" });
      expect((await content(broken)).ids).toEqual(expected.ids);
    });

    test("take numbers after everybody who joined since the last import", async () => {
      const db = await under.empty();
      await importText(db, manyLines(3), { day });
      const change: MemberChange = { type: "active", member: 9, day };
      await db.insert(memberEvent).values({ member: 9, change, at: new Date() });
      await importText(db, manyLines(2, 100), { day, id: "more" });
      expect((await everybody(db)).map(({ number }) => number)).toEqual([0, 1, 2, 10, 11]);
    });

    test("keep relations to companies on the list only; the others are dropped by name of the rule, and enter no list", async () => {
      const db = await under.empty();
      const relation = (id: string) => ({ id, kind: "conversation", at: "2026-11-01" });
      const lines = linesOf([{ companies: ["lakeside", "clinic", "clinic-2"].map(relation) }]);
      const { state, report } = await importText(db, lines, { day, companies: ["lakeside"] });
      expect(state.reasons).toEqual({ undeclared_company: 2 });
      expect(report).not.toContain("clinic");
      expect((await findImported(db, 0, 2026))?.companies).toMatchObject([{ company: "lakeside" }]);
      expect(await db.select().from(company)).toEqual([{ id: "lakeside", name: "lakeside" }]);
    });

    test("find room for 10,000 companies, which are renamed and never taken off", async () => {
      const db = await under.empty();
      const list = Array.from({ length: mostCompanies }, (_, i) => ({ id: `c-${i}`, name: "one" }));
      await declareCompanies(db, list);
      await declareCompanies(db, [{ id: "c-7", name: "Seven" }]);
      expect(mostCompanies).toBe(10_000);
      const late = [{ id: "late", name: "Late" }];
      await expect(declareCompanies(db, late)).rejects.toThrow(/more than 10,000/);
      const rows = await db.select().from(company);
      expect(rows).toHaveLength(10_000);
      expect(rows).toContainEqual({ id: "c-7", name: "Seven" });
    });

    test("are replaced while nothing speaks of them, and not after", async () => {
      const db = await under.empty();
      await importText(db, manyLines(3), { day });
      await enterConsents(db, readers, () => undefined);
      await removeImported(db);
      expect(await ledgerSize(db)).toBe(3);
      expect(await readPopulation(db)).toBeNull();
      await importText(db, manyLines(2, 7), { day });
      expect((await everybody(db)).map(({ number }) => number)).toEqual([0, 1]);
      await db.insert(settledDay).values({
        adSetId: 1,
        day: "2026-11-22",
        accountId: "1",
        campaignId: 1,
        impressions: 1,
        spendMinor: 1,
        clicks: 0,
        reached: new Uint8Array(1),
      });
      await expect(removeImported(db)).rejects.toThrow(/speak of other people/);
    });
  });
}
