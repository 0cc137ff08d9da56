import { asc, eq } from "drizzle-orm";
import type { Actor } from "@/lib/workspace/actor";
import type { Database } from "../db/database";
import { organization, user } from "../db/schema/auth";
import { accessGrant } from "../db/schema/workspace";

/**
 * The person with their grants as they stand now: a role that was taken away is gone with the next request. The agency
 * is the asked one if they still have a role there, else the first; null when they have none anywhere.
 */
export async function readActor(
  db: Database,
  personId: string,
  askedAgencyId: string | null,
): Promise<Actor | null> {
  const rows = await db
    .select({
      name: user.name,
      email: user.email,
      agencyId: accessGrant.agencyId,
      agencyName: organization.name,
      clientId: accessGrant.clientId,
      role: accessGrant.role,
    })
    .from(accessGrant)
    .innerJoin(user, eq(user.id, accessGrant.personId))
    .innerJoin(organization, eq(organization.id, accessGrant.agencyId))
    .where(eq(accessGrant.personId, personId))
    .orderBy(asc(accessGrant.createdAt), asc(accessGrant.id));
  const here = rows.find((row) => row.agencyId === askedAgencyId) ?? rows[0];
  if (!here) return null;
  const { name, email, agencyId, agencyName } = here;
  const grants = rows
    .filter((row) => row.agencyId === agencyId)
    .map(({ clientId, role }) => ({ agencyId, clientId, role }));
  return { personId, name, email, agencyId, agencyName, grants };
}
