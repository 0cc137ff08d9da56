import { describe, expect, test } from "vitest";
import { noRules } from "@/lib/audiences/rule-values";
import type { Campaign } from "./campaign";
import type { Activity, CampaignStore } from "./store";

/** Where the suite may write: two clients of one agency, one of another, and a fresh id each time. */
export interface StoreFixture {
  readonly store: CampaignStore;
  readonly agencyId: string;
  readonly clientId: string;
  readonly secondClientId: string;
  readonly otherAgencyId: string;
}

/** What every store of campaigns promises; run over each implementation. */
export function campaignStoreContract(name: string, open: () => Promise<StoreFixture>): void {
  const draft = (at: StoreFixture, over: Partial<Campaign> = {}): Campaign => ({
    id: crypto.randomUUID(),
    agencyId: at.agencyId,
    clientId: at.clientId,
    name: "Spring rides",
    state: "draft",
    plan: { name: "Spring rides", budget: { kind: "daily", minor: 80_000 } },
    launchedRules: null,
    remote: {},
    version: 0,
    createdAt: new Date("2026-03-01T10:00:00Z"),
    updatedAt: new Date("2026-03-01T10:00:00Z"),
    updatedBy: "Mara",
    launchedAt: null,
    ...over,
  });
  const activity = (campaign: Campaign, over: Partial<Activity> = {}): Activity => ({
    id: crypto.randomUUID(),
    campaignId: campaign.id,
    agencyId: campaign.agencyId,
    at: new Date("2026-03-01T10:00:00Z"),
    by: "Mara",
    what: "Paused",
    ...over,
  });

  describe(name, () => {
    test("a campaign comes back as it was written, one version on", async () => {
      const at = await open();
      const written = draft(at, { launchedRules: { ...noRules, countries: ["IN"] } });
      const saved = await at.store.save(written);
      expect(saved).toEqual({ ok: true, value: { ...written, version: 1 } });
      expect(await at.store.get(at.agencyId, written.id)).toEqual({ ...written, version: 1 });
    });

    test("the same new campaign is written once", async () => {
      const at = await open();
      const written = draft(at);
      await at.store.save(written);
      const again = await at.store.save({ ...written, name: "Twice" });
      expect(again).toMatchObject({ ok: false, error: { code: "conflict" } });
      expect((await at.store.get(at.agencyId, written.id))?.name).toBe("Spring rides");
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
      const kept = await at.store.get(at.agencyId, written.id);
      expect(kept).toMatchObject({ version: 2, name: first.ok ? "First" : "Second" });
    });

    test("another agency neither finds nor overwrites a campaign", async () => {
      const at = await open();
      const written = draft(at);
      await at.store.save(written);
      expect(await at.store.get(at.otherAgencyId, written.id)).toBeNull();
      expect(await at.store.list(at.otherAgencyId, at.clientId)).toEqual([]);
      const theirs = { ...written, agencyId: at.otherAgencyId, version: 1, name: "Taken" };
      expect((await at.store.save(theirs)).ok).toBe(false);
      await at.store.addRemote(at.otherAgencyId, written.id, 1, { campaign: "9" });
      expect(await at.store.get(at.agencyId, written.id)).toMatchObject({
        name: "Spring rides",
        remote: {},
      });
    });

    test("a client's campaigns are listed, last changed first, without another client's", async () => {
      const at = await open();
      const older = draft(at, { updatedAt: new Date("2026-03-01T10:00:00Z") });
      const newer = draft(at, { updatedAt: new Date("2026-03-02T10:00:00Z") });
      const elsewhere = draft(at, { clientId: at.secondClientId });
      for (const one of [older, newer, elsewhere]) await at.store.save(one);
      const ids = (await at.store.list(at.agencyId, at.clientId)).map(({ id }) => id);
      expect(ids.filter((id) => id === older.id || id === newer.id)).toEqual([newer.id, older.id]);
      expect(ids).not.toContain(elsewhere.id);
    });

    test("ids of launched objects are added one by one and keep the version", async () => {
      const at = await open();
      const written = draft(at, { state: "launching" });
      await at.store.save(written);
      await at.store.addRemote(at.agencyId, written.id, 1, { campaign: "11" });
      await at.store.addRemote(at.agencyId, written.id, 1, { adSet: "12" });
      expect(await at.store.get(at.agencyId, written.id)).toMatchObject({
        version: 1,
        remote: { campaign: "11", adSet: "12" },
      });
    });

    test("ids that arrive after a launch was taken back are not kept", async () => {
      const at = await open();
      const written = draft(at, { state: "launching" });
      await at.store.save(written);
      await at.store.save({ ...written, version: 1, state: "draft" });
      await at.store.addRemote(at.agencyId, written.id, 1, { adSet: "12" });
      expect(await at.store.get(at.agencyId, written.id)).toMatchObject({ remote: {} });
    });

    test("launches that were not finished are found over all agencies", async () => {
      const at = await open();
      const begun = draft(at, { state: "launching" });
      const kept = draft(at);
      for (const one of [begun, kept]) await at.store.save(one);
      const ids = (await at.store.listLaunching()).map(({ id }) => id);
      expect(ids).toContain(begun.id);
      expect(ids).not.toContain(kept.id);
    });

    test("the log keeps an entry once, newest first, for its own agency", async () => {
      const at = await open();
      const written = draft(at);
      await at.store.save(written);
      const first = activity(written, { what: "Launched" });
      const second = activity(written, { at: new Date("2026-03-02T10:00:00Z") });
      for (const one of [first, second, first]) await at.store.log(one);
      expect(await at.store.listActivity(at.agencyId, written.id)).toEqual([second, first]);
      expect(await at.store.listActivity(at.otherAgencyId, written.id)).toEqual([]);
    });
  });
}
