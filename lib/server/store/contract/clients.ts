import { beforeEach, describe, expect, it } from "vitest";
import type { WorkspaceStores } from "@/lib/workspace/stores";
import { aClient } from "@/lib/workspace/testing";

/** What every `ClientStore` keeps to. `make` gives empty stores. */
export function workspaceStoreContract(name: string, make: () => Promise<WorkspaceStores>): void {
  describe(`clients kept in ${name}`, () => {
    let stores: WorkspaceStores;

    beforeEach(async () => {
      stores = await make();
      await stores.founding.insertAgency({ id: "a1", name: "North" });
      await stores.founding.insertAgency({ id: "a2", name: "South" });
    });

    it("gives back a client as it was added, with its companies by name", async () => {
      const client = aClient({
        currency: "JPY",
        minorUnits: 1,
        timeZone: "Asia/Tokyo",
        companies: [
          { id: "alpine", name: "Alpine Huts", relation: "may_use" },
          { id: "velo", name: "Velo", relation: "owns" },
        ],
      });
      await stores.clients.insertClient(client);
      expect(await stores.clients.getClient("a1", client.id)).toEqual(client);
      expect(await stores.clients.listClients("a1")).toEqual([client]);
    });

    it("lists an agency's clients by name and no other agency's", async () => {
      await stores.clients.insertClient(aClient({ id: "c2", name: "Zebra", accountId: "act_2" }));
      await stores.clients.insertClient(aClient({ id: "c1", name: "Apple", accountId: "act_1" }));
      await stores.clients.insertClient(
        aClient({ id: "c3", name: "Mango", accountId: "act_3", agencyId: "a2" }),
      );
      const names = (await stores.clients.listClients("a1")).map((client) => client.name);
      expect(names).toEqual(["Apple", "Zebra"]);
    });

    it("does not find another agency's client, nor change its companies", async () => {
      await stores.clients.insertClient(aClient({ agencyId: "a2" }));
      expect(await stores.clients.getClient("a1", "c1")).toBeNull();
      const velo = { id: "velo", name: "Velo", relation: "owns" as const };
      expect(await stores.clients.saveCompanies("a1", "c1", [velo])).toBe(false);
      expect((await stores.clients.getClient("a2", "c1"))?.companies).toEqual([]);
    });

    it("replaces a client's companies", async () => {
      const velo = { id: "velo", name: "Velo", relation: "owns" as const };
      const alpine = { id: "alpine", name: "Alpine Huts", relation: "may_use" as const };
      await stores.clients.insertClient(aClient({ companies: [velo] }));
      expect(await stores.clients.saveCompanies("a1", "c1", [alpine])).toBe(true);
      expect((await stores.clients.getClient("a1", "c1"))?.companies).toEqual([alpine]);
      expect(await stores.clients.saveCompanies("a1", "c1", [])).toBe(true);
      expect((await stores.clients.getClient("a1", "c1"))?.companies).toEqual([]);
    });
  });
}
