import { beforeEach, describe, expect, it } from "vitest";
import type { NetworkCompany } from "@/lib/workspace/ad-accounts";
import type { WorkspaceStores } from "@/lib/workspace/stores";

const account = {
  agencyId: "a1",
  name: "Bicycles",
  currency: "EUR",
  minorUnits: 100,
  timeZone: "Europe/Berlin",
};

const aToken = (id: string, day: number) => ({
  id,
  name: `Token ${id}`,
  scope: "read" as const,
  accountId: "act_123",
  createdAt: new Date(Date.UTC(2026, 2, day)),
  revokedAt: null,
  expiresAt: new Date(Date.UTC(2026, 5, day)),
});

/** What every `AdAccounts` keeps to. `make` gives stores of a network that knows the companies. */
export function adAccountsContract(
  name: string,
  make: (companies: readonly NetworkCompany[]) => Promise<WorkspaceStores>,
): void {
  describe(`ad accounts kept in ${name}`, () => {
    let stores: WorkspaceStores;

    beforeEach(async () => {
      stores = await make([
        { id: "velo", name: "Velo 100%" },
        { id: "alpine", name: "Alpine Huts" },
      ]);
    });

    it("opens each account under a number of its own", async () => {
      const opened = await Promise.all([1, 2, 3].map(() => stores.adAccounts.open(account)));
      expect(new Set(opened).size).toBe(3);
      for (const id of opened) expect(id).toMatch(/^act_[1-9]\d*$/);
    });

    it("finds companies by a part of their name, taken literally", async () => {
      const names = async (text: string) =>
        (await stores.adAccounts.searchCompanies(text)).map((company) => company.name);
      expect(await names("")).toEqual(["Alpine Huts", "Velo 100%"]);
      expect(await names("HUT")).toEqual(["Alpine Huts"]);
      expect(await names("%")).toEqual(["Velo 100%"]);
      expect(await names("_")).toEqual([]);
    });

    it("finds the companies that exist", async () => {
      const found = await stores.adAccounts.findCompanies(["velo", "nowhere"]);
      expect(found).toEqual([{ id: "velo", name: "Velo 100%" }]);
      expect(await stores.adAccounts.findCompanies([])).toEqual([]);
    });

    it("lists an agency's tokens, newest first, and revokes one for good", async () => {
      await stores.adAccounts.insertToken("a1", { ...aToken("t1", 1), tokenHash: "h1" });
      await stores.adAccounts.insertToken("a1", { ...aToken("t2", 2), tokenHash: "h2" });
      await stores.adAccounts.insertToken("a2", { ...aToken("t3", 3), tokenHash: "h3" });
      expect(await stores.adAccounts.listTokens("a1")).toEqual([aToken("t2", 2), aToken("t1", 1)]);

      const at = new Date("2026-03-09T00:00:00Z");
      expect(await stores.adAccounts.revokeToken("a1", "t3", at)).toBe(false);
      expect(await stores.adAccounts.revokeToken("a1", "t1", at)).toBe(true);
      expect(await stores.adAccounts.revokeToken("a1", "t1", at)).toBe(false);
      const [, revoked] = await stores.adAccounts.listTokens("a1");
      expect(revoked?.revokedAt).toEqual(at);
    });
  });
}
