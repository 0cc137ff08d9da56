import { beforeEach, describe, expect, it } from "vitest";
import type { WorkspaceStores } from "@/lib/workspace/stores";
import { aClient } from "@/lib/workspace/testing";

const owner = { agencyId: "a1", clientId: null, role: "owner" as const };

/** What every `PeopleStore` keeps to. `make` gives empty stores. */
export function peopleStoreContract(name: string, make: () => Promise<WorkspaceStores>): void {
  describe(`people kept in ${name}`, () => {
    let stores: WorkspaceStores;
    const add = async (id: string, called = id) => {
      await stores.people.insertPerson({ id, name: called, email: `${id}@example.org` });
    };

    beforeEach(async () => {
      stores = await make();
      await stores.founding.insertAgency({ id: "a1", name: "North" });
      await stores.founding.insertAgency({ id: "a2", name: "South" });
      await stores.clients.insertClient(aClient({ id: "c1" }));
    });

    it("lists those with a role at the agency, by name, with their roles there only", async () => {
      await add("z", "Zora");
      await add("b", "Bela");
      await add("n", "Nobody");
      await stores.people.putGrant("z", { agencyId: "a1", clientId: "c1", role: "viewer" });
      await stores.people.putGrant("z", { agencyId: "a2", clientId: null, role: "owner" });
      await stores.people.putGrant("b", owner);
      expect(await stores.people.listPeople("a1")).toEqual([
        { id: "b", name: "Bela", email: "b@example.org", hasPassword: false, grants: [owner] },
        {
          id: "z",
          name: "Zora",
          email: "z@example.org",
          hasPassword: false,
          grants: [{ agencyId: "a1", clientId: "c1", role: "viewer" }],
        },
      ]);
      expect(await stores.people.getPerson("a1", "n")).toBeNull();
      expect(await stores.people.worksElsewhere("a1", "z")).toBe(true);
      expect(await stores.people.worksElsewhere("a1", "b")).toBe(false);
    });

    it("refuses a second account for one address", async () => {
      await add("p");
      const again = await stores.people.insertPerson({
        id: "q",
        name: "Q",
        email: "p@example.org",
      });
      expect(again).toMatchObject({ ok: false, error: { code: "email_taken" } });
      expect(await stores.people.findByEmail("p@example.org")).toMatchObject({ id: "p" });
    });

    it("keeps one role for each client and one for all of them", async () => {
      await add("p");
      await stores.people.putGrant("p", { agencyId: "a1", clientId: null, role: "viewer" });
      await stores.people.putGrant("p", { agencyId: "a1", clientId: null, role: "marketer" });
      await stores.people.putGrant("p", { agencyId: "a1", clientId: "c1", role: "viewer" });
      const grants = (await stores.people.getPerson("a1", "p"))?.grants ?? [];
      expect(new Set(grants.map(({ clientId, role }) => `${clientId} ${role}`))).toEqual(
        new Set(["null marketer", "c1 viewer"]),
      );
    });

    it("removes a role once", async () => {
      await add("p");
      await stores.people.putGrant("p", { agencyId: "a1", clientId: "c1", role: "viewer" });
      expect(await stores.people.removeGrant("p", "a1", "c1")).toEqual({ ok: true, value: true });
      expect(await stores.people.removeGrant("p", "a1", "c1")).toEqual({ ok: true, value: false });
      expect(await stores.people.getPerson("a1", "p")).toBeNull();
    });

    it("keeps the last owner of all clients, whether removed or made something else", async () => {
      await add("p");
      await stores.people.putGrant("p", owner);
      const gone = { ok: false, error: { code: "last_owner" } };
      expect(await stores.people.removeGrant("p", "a1", null)).toMatchObject(gone);
      expect(await stores.people.putGrant("p", { ...owner, role: "viewer" })).toMatchObject(gone);
      expect((await stores.people.getPerson("a1", "p"))?.grants).toEqual([owner]);
    });

    it("keeps one owner when two owners remove each other at the same time", async () => {
      await add("p");
      await add("q");
      await stores.people.putGrant("p", owner);
      await stores.people.putGrant("q", owner);
      const results = await Promise.all([
        stores.people.removeGrant("p", "a1", null),
        stores.people.removeGrant("q", "a1", null),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(await stores.people.listPeople("a1")).toHaveLength(1);
    });

    it("founds the first agency once, however many try at the same time", async () => {
      const first = (id: string) => ({
        agency: { id, name: id },
        owner: { id: `owner-${id}`, name: id, email: `${id}@example.org` },
        passwordHash: "hash",
        client: aClient({ id: `client-${id}`, agencyId: id, accountId: `act_${id}` }),
      });
      expect(await stores.founding.hasAnybody()).toBe(false);
      const founded = await Promise.all(
        ["f1", "f2", "f3"].map((id) => stores.founding.found(first(id))),
      );
      expect(founded.filter(Boolean)).toHaveLength(1);
      const agencyId = `f${founded.indexOf(true) + 1}`;
      expect(await stores.people.listPeople(agencyId)).toMatchObject([
        { hasPassword: true, grants: [{ agencyId, clientId: null, role: "owner" }] },
      ]);
      expect(await stores.clients.listClients(agencyId)).toHaveLength(1);
    });
  });
}
