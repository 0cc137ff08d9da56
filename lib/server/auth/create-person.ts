import type { Grant } from "@/lib/workspace/actor";
import type { Database } from "../db/database";
import { workspaceStores } from "../store/workspace-stores";
import { scryptPasswords } from "./passwords";

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Without one only a one-time link or the demo lets them in. */
  readonly password?: string;
  readonly grants: readonly Grant[];
}

/** Writes somebody with their roles, for the demo and for tests. The agencies and clients of the grants stand already. */
export async function createPerson(db: Database, person: NewPerson): Promise<void> {
  const { people, credentials } = workspaceStores(db);
  const { id, name, email, password, grants } = person;
  const inserted = await people.insertPerson({ id, name, email });
  if (!inserted.ok) throw new Error(`${email}: ${inserted.error.message}`);
  if (password !== undefined) {
    await credentials.setPasswordHash(id, await scryptPasswords.hash(password));
  }
  for (const grant of grants) await people.putGrant(id, grant);
}
