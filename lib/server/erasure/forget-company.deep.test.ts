import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { listMatchable, suppressionKey } from "@/lib/network/consent/suppression";
import { identityKey } from "@/lib/network/population/import/identity-key";
import type { MemberChange } from "@/lib/network/reach/engine";
import { replaySuppressions } from "../backup/replay-suppressions";
import { memberIdentity } from "../db/schema/members";
import { noteImported } from "../population-facts";
import { recorderOver, testPepper } from "../signals/testing";
import { suppressionStore } from "../store/suppressions";
import { storesUnderTest } from "../store/testing";
import { journalFile, openJournal, readJournalAfter } from "./journal";
import { memberEraser } from "./member-eraser";

const at = new Date("2026-11-22T12:00:00Z");
const keyOf = (n: number) => identityKey(testPepper, "phone", String(n).padStart(64, "0"));

for (const under of storesUnderTest()) {
  test(`a company that a member stopped finds them in no list until they take it back, another company does, in ${under.name}`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "nod-stopped-"));
    const journal = await openJournal(folder, testPepper);
    onTestFinished(async () => {
      await journal.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const db = await under.empty();
    await noteImported(db, 2, 20_770);
    await db.insert(memberIdentity).values(
      [0, 1].map((member) => ({
        ...{ member, externalId: `m-${member}` },
        ...{ emailKey: null, phoneKey: keyOf(member) },
      })),
    );
    const told: MemberChange[] = [];
    const engine = recorderOver(db, async (changes) => void told.push(...changes));
    await memberEraser({ engine, journal, pepper: testPepper }).forgetCompany(1, "shop", at);

    expect(told).toEqual([{ type: "company_removed", member: 1, company: "shop" }]);
    const suppressed = suppressionStore(db);
    const list = [keyOf(0), keyOf(1)];
    expect(await listMatchable(suppressed, testPepper, list, "shop")).toEqual([0]);
    expect(await listMatchable(suppressed, testPepper, list, "bank")).toEqual([0, 1]);
    expect(readFileSync(journalFile(folder), "utf8")).toContain("suppressed");

    await memberEraser({ engine, journal, pepper: testPepper }).allowCompany(1, "shop", at);
    expect(await listMatchable(suppressed, testPepper, list, "shop")).toEqual([0, 1]);
    // A restored backup that has it still hears that it was taken back.
    expect(readFileSync(journalFile(folder), "utf8")).toContain("allowed");
    await suppressed.add([suppressionKey(testPepper, keyOf(1), { company: "shop" })], at);
    const mark = { id: readFileSync(journalFile(folder), "utf8").split("\n")[0] ?? "", bytes: 0 };
    const noted = await readJournalAfter(folder, testPepper, {
      ...mark,
      bytes: mark.id.length + 1,
    });
    await replaySuppressions(suppressed, noted, at);
    expect(await listMatchable(suppressed, testPepper, list, "shop")).toEqual([0, 1]);
  });
}
