import { describe, expect, test } from "vitest";
import type { Audience } from "./audience";
import { noRules } from "./rule-values";
import type { AudienceStore } from "./store";

/** Where the suite may write: two clients of one agency, and another agency. */
export interface AudienceStoreFixture {
  readonly store: AudienceStore;
  readonly agencyId: string;
  readonly clientId: string;
  readonly secondClientId: string;
  readonly otherAgencyId: string;
}

/** What every store of audiences promises; run over each implementation. */
export function audienceStoreContract(
  name: string,
  open: () => Promise<AudienceStoreFixture>,
): void {
  const draft = (at: AudienceStoreFixture, over: Partial<Audience> = {}): Audience => ({
    id: crypto.randomUUID(),
    agencyId: at.agencyId,
    clientId: at.clientId,
    name: "Weekend riders",
    state: "draft",
    rules: { ...noRules, any: [{ segment: "410", withinDays: 30, minStrength: null }] },
    version: 0,
    createdAt: new Date("2026-03-01T10:00:00Z"),
    updatedAt: new Date("2026-03-01T10:00:00Z"),
    updatedBy: "Mara",
    ...over,
  });

  describe(name, () => {
    test("an audience comes back as it was written, one version on", async () => {
      const at = await open();
      const written = draft(at);
      expect(await at.store.save(written)).toEqual({ ok: true, value: { ...written, version: 1 } });
      expect(await at.store.get(at.agencyId, written.id)).toEqual({ ...written, version: 1 });
    });

    test("an audience nobody wrote is not there", async () => {
      const at = await open();
      expect(await at.store.get(at.agencyId, "nothing")).toBeNull();
      expect(await at.store.list(at.agencyId, at.clientId)).toEqual([]);
      expect((await at.store.save(draft(at, { version: 4 }))).ok).toBe(false);
    });

    test("the same new audience is written once", async () => {
      const at = await open();
      const written = draft(at);
      await at.store.save(written);
      const again = await at.store.save({ ...written, name: "Twice" });
      expect(again).toMatchObject({ ok: false, error: { code: "conflict" } });
      expect((await at.store.get(at.agencyId, written.id))?.name).toBe("Weekend riders");
    });

    test("of two people who save the same version one is told, and nothing of theirs is written", async () => {
      const at = await open();
      const written = draft(at);
      await at.store.save(written);
      const [first, second] = await Promise.all([
        at.store.save({ ...written, version: 1, name: "First" }),
        at.store.save({ ...written, version: 1, name: "Second" }),
      ]);
      expect([first.ok, second.ok].sort()).toEqual([false, true]);
      expect(await at.store.get(at.agencyId, written.id)).toMatchObject({
        version: 2,
        name: first.ok ? "First" : "Second",
      });
    });

    test("another agency neither finds nor overwrites an audience", async () => {
      const at = await open();
      const written = draft(at, { state: "saved" });
      await at.store.save(written);
      expect(await at.store.get(at.otherAgencyId, written.id)).toBeNull();
      expect(await at.store.list(at.otherAgencyId, at.clientId)).toEqual([]);
      expect(await at.store.listVersions(at.otherAgencyId, written.id)).toEqual([]);
      const theirs = { ...written, agencyId: at.otherAgencyId, version: 1, name: "Taken" };
      expect((await at.store.save(theirs)).ok).toBe(false);
      expect((await at.store.get(at.agencyId, written.id))?.name).toBe("Weekend riders");
    });

    test("a client's audiences are listed, last changed first, without another client's", async () => {
      const at = await open();
      const older = draft(at, { updatedAt: new Date("2026-03-01T10:00:00Z") });
      const newer = draft(at, { updatedAt: new Date("2026-03-02T10:00:00Z"), state: "archived" });
      const elsewhere = draft(at, { clientId: at.secondClientId });
      for (const one of [older, newer, elsewhere]) await at.store.save(one);
      const ids = (await at.store.list(at.agencyId, at.clientId)).map(({ id }) => id);
      expect(ids).toEqual([newer.id, older.id]);
    });

    test("what was saved for use is kept as a version, newest first, and drafts are not", async () => {
      const at = await open();
      const written = draft(at);
      await at.store.save(written);
      const change = (version: number, over: Partial<Audience>) =>
        at.store.save({ ...written, ...over, version });
      await change(1, { state: "saved", name: "One" });
      await change(2, { state: "draft", name: "Between" });
      await change(3, { state: "saved", name: "Two", updatedBy: "Ivo" });
      expect(await at.store.listVersions(at.agencyId, written.id)).toEqual([
        { version: 4, name: "Two", rules: written.rules, at: written.updatedAt, by: "Ivo" },
        { version: 2, name: "One", rules: written.rules, at: written.updatedAt, by: "Mara" },
      ]);
    });
  });
}
