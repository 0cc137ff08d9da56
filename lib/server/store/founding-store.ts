import { sql } from "drizzle-orm";
import type { Founding } from "@/lib/workspace/founding";
import type { Database } from "../db/database";
import { organization, user } from "../db/schema/auth";
import { writeClient } from "./client-store";
import { writePassword } from "./credential-store";
import { writeGrant } from "./people-store";

async function hasAnybody(db: Database): Promise<boolean> {
  const anybody = await db.select({ id: user.id }).from(user).limit(1);
  return anybody.length > 0;
}

async function writeAgency(db: Database, agency: { id: string; name: string }): Promise<void> {
  await db.insert(organization).values({ ...agency, slug: agency.id });
}

export function foundingStore(db: Database): Founding {
  return {
    hasAnybody: () => hasAnybody(db),
    insertAgency: (agency) => writeAgency(db, agency),
    found: ({ agency, owner, passwordHash, client }) =>
      db.transaction(async (tx) => {
        // Whoever comes second waits here, and then finds somebody.
        await tx.execute(sql`lock table ${user} in exclusive mode`);
        if (await hasAnybody(tx)) return false;
        await writeAgency(tx, agency);
        await tx.insert(user).values(owner);
        await writePassword(tx, owner.id, passwordHash);
        await writeGrant(tx, owner.id, { agencyId: agency.id, clientId: null, role: "owner" });
        await writeClient(tx, client);
        return true;
      }),
  };
}
