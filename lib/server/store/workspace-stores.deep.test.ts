import { describe, expect, it } from "vitest";
import { memoryWorkspace } from "@/lib/workspace/memory-stores";
import { session } from "../db/schema/auth";
import { company } from "../db/schema/network";
import { adAccountsContract } from "./contract/ad-accounts";
import { workspaceStoreContract } from "./contract/clients";
import { credentialStoreContract } from "./contract/credentials";
import { peopleStoreContract } from "./contract/people";
import { storesUnderTest } from "./testing";
import { workspaceStores } from "./workspace-stores";

const inMemory = async () => memoryWorkspace();
workspaceStoreContract("memory", inMemory);
peopleStoreContract("memory", inMemory);
credentialStoreContract("memory", inMemory);
adAccountsContract("memory", async (companies) => memoryWorkspace(companies));

for (const under of storesUnderTest()) {
  const make = async () => workspaceStores(await under.empty());
  workspaceStoreContract(under.name, make);
  peopleStoreContract(under.name, make);
  credentialStoreContract(under.name, make);
  adAccountsContract(under.name, async (companies) => {
    const db = await under.empty();
    await db.insert(company).values([...companies]);
    return workspaceStores(db);
  });

  describe(`sessions kept in ${under.name}`, () => {
    it("end with a new password, but for the one it was set in", async () => {
      const db = await under.empty();
      const { people, credentials } = workspaceStores(db);
      for (const id of ["p", "q"]) {
        await people.insertPerson({ id, name: id, email: `${id}@example.org` });
      }
      const expiresAt = new Date("2036-01-01T00:00:00Z");
      for (const [id, userId] of [
        ["s1", "p"],
        ["s2", "p"],
        ["s3", "q"],
      ] as const) {
        await db.insert(session).values({ id, userId, token: id, expiresAt });
      }
      await credentials.endSessions("p", "s2");
      const left = await db.select({ id: session.id }).from(session).orderBy(session.id);
      expect(left.map(({ id }) => id)).toEqual(["s2", "s3"]);
      await credentials.endSessions("p", null);
      expect(await db.select({ id: session.id }).from(session)).toEqual([{ id: "s3" }]);
    });
  });
}
