import { beforeEach, describe, expect, it } from "vitest";
import type { WorkspaceStores } from "@/lib/workspace/stores";

const morning = new Date("2026-03-02T08:00:00Z");
const noon = new Date("2026-03-02T12:00:00Z");
const evening = new Date("2026-03-02T20:00:00Z");

const aLink = (tokenHash: string) => ({
  tokenHash,
  personId: "p",
  createdAt: morning,
  expiresAt: noon,
  createdBy: "console",
});

/** What every `CredentialStore` keeps to. `make` gives empty stores. */
export function credentialStoreContract(name: string, make: () => Promise<WorkspaceStores>): void {
  describe(`credentials kept in ${name}`, () => {
    let stores: WorkspaceStores;

    beforeEach(async () => {
      stores = await make();
      await stores.people.insertPerson({ id: "p", name: "P", email: "p@example.org" });
    });

    it("keeps the newest password", async () => {
      expect(await stores.credentials.getPasswordHash("p")).toBeNull();
      await stores.credentials.setPasswordHash("p", "first");
      await stores.credentials.setPasswordHash("p", "second");
      expect(await stores.credentials.getPasswordHash("p")).toBe("second");
    });

    it("opens a link for the person it was made for, until it expires", async () => {
      await stores.credentials.putLink(aLink("h1"));
      const found = await stores.credentials.peekLink("h1", morning);
      expect(found).toEqual({ email: "p@example.org" });
      expect(await stores.credentials.peekLink("h2", morning)).toBeNull();
      expect(await stores.credentials.peekLink("h1", evening)).toBeNull();
      expect(await stores.credentials.redeemLink("h1", evening, "late")).toBeNull();
      expect(await stores.credentials.getPasswordHash("p")).toBeNull();
    });

    it("lets a link be used once, also when two try at the same time", async () => {
      await stores.credentials.putLink(aLink("h1"));
      const used = await Promise.all([
        stores.credentials.redeemLink("h1", morning, "one"),
        stores.credentials.redeemLink("h1", morning, "two"),
      ]);
      expect(used.filter((personId) => personId === "p")).toHaveLength(1);
      const kept = used[0] === "p" ? "one" : "two";
      expect(await stores.credentials.getPasswordHash("p")).toBe(kept);
      expect(await stores.credentials.peekLink("h1", morning)).toBeNull();
    });

    it("stops a link when a newer one is made", async () => {
      await stores.credentials.putLink(aLink("h1"));
      await stores.credentials.putLink(aLink("h2"));
      expect(await stores.credentials.peekLink("h1", morning)).toBeNull();
      expect(await stores.credentials.peekLink("h2", morning)).not.toBeNull();
    });
  });
}
