import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { ok, refuse } from "@/lib/result";
import type { Grant } from "@/lib/workspace/actor";
import { keepsAnOwner, lastOwner } from "@/lib/workspace/last-owner";
import type { PeopleStore } from "@/lib/workspace/people-store";
import type { Person } from "@/lib/workspace/person";
import type { Database } from "../db/database";
import { account, member, organization, user } from "../db/schema/auth";
import { accessGrant } from "../db/schema/workspace";

type GrantRow = Grant & { readonly personId: string };

const grantColumns = {
  personId: accessGrant.personId,
  agencyId: accessGrant.agencyId,
  clientId: accessGrant.clientId,
  role: accessGrant.role,
};

const sameClient = (clientId: string | null) =>
  clientId === null ? isNull(accessGrant.clientId) : eq(accessGrant.clientId, clientId);

const grantOf = ({ personId: _, ...grant }: GrantRow): Grant => grant;

async function readPeople(
  db: Database,
  agencyId: string,
  personId?: string,
): Promise<readonly Person[]> {
  const mine = personId === undefined ? undefined : eq(accessGrant.personId, personId);
  const grants: GrantRow[] = await db
    .select(grantColumns)
    .from(accessGrant)
    .where(and(eq(accessGrant.agencyId, agencyId), mine))
    .orderBy(asc(accessGrant.createdAt), asc(accessGrant.id));
  const people = await db
    .selectDistinct({ id: user.id, name: user.name, email: user.email, password: account.id })
    .from(accessGrant)
    .innerJoin(user, eq(user.id, accessGrant.personId))
    .leftJoin(account, and(eq(account.userId, user.id), isNotNull(account.password)))
    .where(and(eq(accessGrant.agencyId, agencyId), mine))
    .orderBy(asc(user.name), asc(user.id));
  return people.map(({ password, ...person }) => ({
    ...person,
    hasPassword: password !== null,
    grants: grants.filter((grant) => grant.personId === person.id).map(grantOf),
  }));
}

/** The grants of the agency, which nobody else can change before the transaction ends. */
async function lockGrants(tx: Database, agencyId: string): Promise<GrantRow[]> {
  await tx.select().from(organization).where(eq(organization.id, agencyId)).for("update");
  return tx.select(grantColumns).from(accessGrant).where(eq(accessGrant.agencyId, agencyId));
}

export async function writeGrant(tx: Database, personId: string, grant: Grant): Promise<void> {
  await tx
    .insert(accessGrant)
    .values({ id: crypto.randomUUID(), personId, ...grant })
    .onConflictDoUpdate({
      target: [accessGrant.personId, accessGrant.agencyId, accessGrant.clientId],
      set: { role: grant.role },
    });
  const [joined] = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.userId, personId), eq(member.organizationId, grant.agencyId)));
  if (joined) return;
  await tx
    .insert(member)
    .values({ id: crypto.randomUUID(), userId: personId, organizationId: grant.agencyId });
}

export function peopleStore(db: Database): PeopleStore {
  return {
    listPeople: (agencyId) => readPeople(db, agencyId),
    async getPerson(agencyId, personId) {
      const [person] = await readPeople(db, agencyId, personId);
      return person ?? null;
    },
    async findByEmail(email) {
      const [found] = await db
        .select({ id: user.id, name: user.name })
        .from(user)
        .where(eq(user.email, email));
      return found ?? null;
    },
    async worksElsewhere(agencyId, personId) {
      const elsewhere = await db
        .select({ id: accessGrant.id })
        .from(accessGrant)
        .where(and(eq(accessGrant.personId, personId), ne(accessGrant.agencyId, agencyId)))
        .limit(1);
      return elsewhere.length > 0;
    },
    async insertPerson(person) {
      const inserted = await db
        .insert(user)
        .values(person)
        .onConflictDoNothing({ target: user.email })
        .returning({ id: user.id });
      if (inserted.length > 0) return ok(undefined);
      return refuse("email_taken", "Somebody signs in with this address already.");
    },
    putGrant: (personId, grant) =>
      db.transaction(async (tx) => {
        const before = await lockGrants(tx, grant.agencyId);
        const rest = before.filter(
          (one) => one.personId !== personId || one.clientId !== grant.clientId,
        );
        if (!keepsAnOwner(before, [...rest, grant])) return lastOwner();
        await writeGrant(tx, personId, grant);
        return ok(undefined);
      }),
    removeGrant: (personId, agencyId, clientId) =>
      db.transaction(async (tx) => {
        const before = await lockGrants(tx, agencyId);
        const rest = before.filter((one) => one.personId !== personId || one.clientId !== clientId);
        if (rest.length === before.length) return ok(false);
        if (!keepsAnOwner(before, rest)) return lastOwner();
        const theirs = and(eq(accessGrant.personId, personId), eq(accessGrant.agencyId, agencyId));
        await tx.delete(accessGrant).where(and(theirs, sameClient(clientId)));
        if (!rest.some((one) => one.personId === personId)) {
          await tx
            .delete(member)
            .where(and(eq(member.userId, personId), eq(member.organizationId, agencyId)));
        }
        return ok(true);
      }),
  };
}
