import { describe, expect, test } from "vitest";
import type { ReportShare, ReportShareStore } from "./store";

/** Where the suite may write: two clients of one agency, and another agency. */
export interface ShareStoreFixture {
  readonly store: ReportShareStore;
  readonly agencyId: string;
  readonly clientId: string;
  readonly secondClientId: string;
  readonly otherAgencyId: string;
}

/** What every store of share links promises; run over each implementation. */
export function reportShareStoreContract(
  name: string,
  open: () => Promise<ShareStoreFixture>,
): void {
  const share = (at: ShareStoreFixture, over: Partial<ReportShare> = {}): ReportShare => ({
    id: crypto.randomUUID(),
    tokenHash: crypto.randomUUID(),
    agencyId: at.agencyId,
    clientId: at.clientId,
    since: "2026-09-01",
    until: "2026-09-28",
    scope: "numbers",
    passwordHash: null,
    expiresAt: new Date("2026-11-01T10:00:00Z"),
    revokedAt: null,
    views: 0,
    createdAt: new Date("2026-10-01T10:00:00Z"),
    createdBy: "Mara",
    snapshot: { headline: "410K people", rows: [1, 2, { deep: null }] },
    ...over,
  });

  describe(name, () => {
    test("a link is found by its token's hash, as it was written, with its frozen report", async () => {
      const at = await open();
      const written = share(at, { passwordHash: "salt:key", scope: "with_audience" });
      await at.store.insert(written);
      expect(await at.store.getByTokenHash(written.tokenHash)).toEqual(written);
      expect(await at.store.getByTokenHash("another")).toBeNull();
    });

    test("a client's links are listed newest first, without another client's or agency's", async () => {
      const at = await open();
      const older = share(at);
      const newer = share(at, { createdAt: new Date("2026-10-02T10:00:00Z") });
      const elsewhere = share(at, { clientId: at.secondClientId });
      for (const one of [older, newer, elsewhere]) await at.store.insert(one);
      const ids = (await at.store.list(at.agencyId, at.clientId)).map(({ id }) => id);
      expect(ids).toEqual([newer.id, older.id]);
      expect(await at.store.list(at.otherAgencyId, at.clientId)).toEqual([]);
    });

    test("a revoked link stays revoked at its first moment", async () => {
      const at = await open();
      const written = share(at);
      await at.store.insert(written);
      const first = new Date("2026-10-03T10:00:00Z");
      expect(await at.store.revoke(at.agencyId, written.id, first)).toBe(true);
      expect(await at.store.revoke(at.agencyId, written.id, new Date("2026-10-04"))).toBe(true);
      expect((await at.store.getByTokenHash(written.tokenHash))?.revokedAt).toEqual(first);
    });

    test("another agency revokes nothing", async () => {
      const at = await open();
      const written = share(at);
      await at.store.insert(written);
      expect(await at.store.revoke(at.otherAgencyId, written.id, new Date())).toBe(false);
      expect(await at.store.revoke(at.agencyId, "no such link", new Date())).toBe(false);
      expect((await at.store.getByTokenHash(written.tokenHash))?.revokedAt).toBeNull();
    });

    test("people who open a link at one moment are each counted", async () => {
      const at = await open();
      const written = share(at);
      await at.store.insert(written);
      await Promise.all(Array.from({ length: 5 }, () => at.store.countView(written.id)));
      expect((await at.store.getByTokenHash(written.tokenHash))?.views).toBe(5);
    });
  });
}
