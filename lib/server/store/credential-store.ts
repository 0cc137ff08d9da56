import { and, eq, gt, isNull, ne } from "drizzle-orm";
import type { CredentialStore } from "@/lib/workspace/credential-store";
import type { Database } from "../db/database";
import { account, passwordLink, session, user } from "../db/schema/auth";

/** How better-auth names an account with a password. */
const CREDENTIAL = "credential";

const credentialOf = (personId: string) =>
  and(eq(account.userId, personId), eq(account.providerId, CREDENTIAL));

export async function writePassword(
  db: Database,
  personId: string,
  passwordHash: string,
): Promise<void> {
  const changed = await db
    .update(account)
    .set({ password: passwordHash })
    .where(credentialOf(personId))
    .returning({ id: account.id });
  if (changed.length > 0) return;
  await db.insert(account).values({
    id: crypto.randomUUID(),
    accountId: personId,
    providerId: CREDENTIAL,
    userId: personId,
    password: passwordHash,
  });
}

export function credentialStore(db: Database): CredentialStore {
  const open = (tokenHash: string, now: Date) =>
    and(
      eq(passwordLink.tokenHash, tokenHash),
      isNull(passwordLink.usedAt),
      gt(passwordLink.expiresAt, now),
    );
  return {
    async getPasswordHash(personId) {
      const [found] = await db
        .select({ password: account.password })
        .from(account)
        .where(credentialOf(personId));
      return found?.password ?? null;
    },
    setPasswordHash: (personId, passwordHash) =>
      db.transaction((tx) => writePassword(tx, personId, passwordHash)),
    async endSessions(personId, except) {
      const theirs = eq(session.userId, personId);
      await db
        .delete(session)
        .where(except === null ? theirs : and(theirs, ne(session.id, except)));
    },
    putLink: (link) =>
      db.transaction(async (tx) => {
        await tx.delete(passwordLink).where(eq(passwordLink.personId, link.personId));
        await tx.insert(passwordLink).values(link);
      }),
    async peekLink(tokenHash, now) {
      const [found] = await db
        .select({ email: user.email })
        .from(passwordLink)
        .innerJoin(user, eq(user.id, passwordLink.personId))
        .where(open(tokenHash, now));
      return found ?? null;
    },
    redeemLink: (tokenHash, now, passwordHash) =>
      db.transaction(async (tx) => {
        const [used] = await tx
          .update(passwordLink)
          .set({ usedAt: now })
          .where(open(tokenHash, now))
          .returning({ personId: passwordLink.personId });
        if (!used) return null;
        await writePassword(tx, used.personId, passwordHash);
        return used.personId;
      }),
  };
}
