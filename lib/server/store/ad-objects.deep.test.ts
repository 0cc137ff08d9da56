import { describe, expect, it } from "vitest";
import { hashToken } from "@/lib/network/ad-api/internal-tokens";
import { adObjectStoreContract } from "@/lib/network/ad-api/store.contract";
import { adAccount, adToken } from "../db/schema/network";
import { adObjectStores } from "./ad-objects";
import { storesUnderTest } from "./testing";

for (const under of storesUnderTest()) {
  adObjectStoreContract(under.name, async () => adObjectStores(await under.empty()));

  describe(`ad accounts and tokens in ${under.name}`, () => {
    const account = {
      id: "101",
      workspaceId: "w1",
      name: "Lakeside",
      currency: "EUR",
      minorUnits: 100,
      timeZone: "Europe/Berlin",
    };

    it("are found by who owns them and by the token's hash, until it is revoked", async () => {
      const db = await under.empty();
      const { accounts, tokens } = adObjectStores(db);
      await db.insert(adAccount).values([account, { ...account, id: "102", workspaceId: "w2" }]);
      expect(await accounts.get("101")).toEqual(account);
      expect(await accounts.get("999")).toBeNull();
      expect(await accounts.list("w1")).toEqual([account]);

      const made = {
        workspaceId: "w1",
        accountId: "101",
        scope: "read" as const,
        name: "Sheet",
        createdAt: new Date(),
      };
      const [open, revoked] = [hashToken("open"), hashToken("revoked")];
      await db.insert(adToken).values([
        { ...made, id: "t1", tokenHash: open },
        { ...made, id: "t2", tokenHash: revoked, revokedAt: new Date() },
      ]);
      expect(await tokens.getByHash(open)).toEqual({
        id: "t1",
        name: "Sheet",
        workspaceId: "w1",
        accountId: "101",
        scope: "read",
        expiresAt: null,
      });
      expect(await tokens.getByHash(revoked)).toBeNull();
    });
  });
}
