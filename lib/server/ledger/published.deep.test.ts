import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ledgerSigner, pemOf } from "@/lib/network/consent/ledger/signing-key";
import { ledgerCheckpoint, ledgerTile } from "../db/schema/ledger";
import { storesUnderTest } from "../store/testing";
import { checkReceipt } from "./check-receipt";
import { publishCheckpoint } from "./checkpoints";
import { listEntries } from "./entries";
import { publicLedger } from "./public-ledger";
import { now, press, receiptOf, secret, signer } from "./testing";
import { ledgerSize } from "./tiles";

for (const under of storesUnderTest()) {
  describe(`The published ledger in ${under.name}`, () => {
    test("signs the same size once, and never a past that it published otherwise", async () => {
      const db = await under.empty();
      expect(await publishCheckpoint(db, signer, now)).toMatchObject({ size: 0 });
      await press(db, 3);
      const first = await publishCheckpoint(db, signer, now);
      expect(await publishCheckpoint(db, signer, () => new Date())).toEqual(first);
      await press(db, 4);
      await db.update(ledgerTile).set({ hashes: Buffer.alloc(32 * (await ledgerSize(db)), 1) });
      await expect(publishCheckpoint(db, signer, now)).rejects.toThrow(/does not begin/);
      expect(await db.$count(ledgerCheckpoint)).toBe(2);
      await db.delete(ledgerTile);
      await expect(publishCheckpoint(db, signer, now)).rejects.toThrow(/does not begin/);
    });

    test("answers everybody's questions about what was published, and says what is wrong with others", async () => {
      const db = await under.empty();
      const ledger = publicLedger(db, secret, now);
      const ask = (text: string) => new URLSearchParams(text);
      await press(db, 3);
      const { size } = await publishCheckpoint(db, signer, now);
      await press(db, 4);
      expect(await ledger.checkpoint(ask(""))).toMatchObject({ ok: true, value: { size } });
      expect(await ledger.checkpoint(ask(`size=${size}`))).toMatchObject({ ok: true });
      expect(await ledger.checkpoint(ask(`size=${size + 1}`))).toMatchObject({
        error: { code: "not_found" },
      });
      expect(await ledger.inclusion(ask(`leaf=0&size=${size}`))).toMatchObject({ ok: true });
      expect(await ledger.consistency(ask(`from=1&to=${size}`))).toMatchObject({ ok: true });
      for (const wrong of [
        ...[
          "",
          "leaf=0",
          "size=1",
          "leaf=-1&size=1",
          "leaf=0&size=x",
          "leaf=0&size=1.5",
          "leaf=00&size=1",
        ],
        ...[
          "leaf=1&size=1",
          "leaf=0&size=0",
          `leaf=0&size=${size + 1}`,
          "leaf=0&size=999999999999999999",
        ],
      ]) {
        expect(await ledger.inclusion(ask(wrong)), wrong).toMatchObject({
          error: { code: "invalid" },
        });
      }
      for (const wrong of ["from=2&to=1", "from=1", "from=a&to=2", `from=0&to=${size + 1}`]) {
        expect(await ledger.consistency(ask(wrong)), wrong).toMatchObject({
          error: { code: "invalid" },
        });
      }
      expect(await ledger.checkpoint(ask("size=two"))).toMatchObject({
        error: { code: "invalid" },
      });
    });

    test("is verified from a file, alone, with its key, and against what it has become", async () => {
      const db = await under.empty();
      await press(db, 3);
      const [entry] = await listEntries(db, 3);
      const folder = mkdtempSync(path.join(tmpdir(), "nod-receipt-"));
      const [file, key] = ["receipt.json", "key.pem"].map((name) => path.join(folder, name));
      if (!entry || !file || !key) throw new Error("There is an event.");
      writeFileSync(file, JSON.stringify(await receiptOf(db, 3, entry.leaf)));
      writeFileSync(key, pemOf(signer.publicKey));
      await press(db, 4);
      await publishCheckpoint(db, signer, now);
      const ledger = publicLedger(db, secret, now);
      const get = async (address: string): Promise<string> => {
        const { pathname, searchParams } = new URL(address);
        if (pathname === "/api/ledger/key") return ledger.publicKey;
        const asked = pathname.endsWith("checkpoint")
          ? await ledger.checkpoint(searchParams)
          : await ledger.consistency(searchParams);
        if (!asked.ok) throw new Error(asked.error.message);
        return "note" in asked.value ? asked.value.note : JSON.stringify(asked.value);
      };
      expect((await checkReceipt([file])).join("\n")).toContain("the key is the receipt's own");
      expect((await checkReceipt([file, "--key", key])).join("\n")).toContain("The receipt holds.");
      const lines = await checkReceipt([file, "--url", "http://ledger.test/"], get);
      expect(lines.at(-1)).toContain("still begins with what the receipt was signed with");

      const other = ledgerSigner("the secret of somebody else's ledger, long enough");
      writeFileSync(key, pemOf(other.publicKey));
      await expect(checkReceipt([file, "--key", key])).rejects.toThrow(/another key/);
      await expect(checkReceipt([key])).rejects.toThrow(/holds no JSON/);
      await expect(checkReceipt([])).rejects.toThrow(/Usage/);
      const forked = async (address: string) =>
        address.includes("consistency") ? '{"proof":[]}' : get(address);
      const asked = checkReceipt([file, "--url", "http://ledger.test"], forked);
      await expect(asked).rejects.toThrow(/did not grow out/);
    });
  });
}
