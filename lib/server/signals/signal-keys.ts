import { randomBytes } from "node:crypto";
import { and, asc, eq, isNull } from "drizzle-orm";
import { signalSecret } from "@/lib/network/signals/signature";
import type { Database } from "../db/database";
import { signalKey } from "../db/schema/signals";
import { StartRefusal } from "../start-refusal";

export interface MadeKey {
  readonly id: string;
  readonly secret: string;
}

/** A new key for an app. The secret is told once and kept nowhere. */
export async function addSignalKey(
  db: Database,
  pepper: string,
  app: string,
  now: Date,
): Promise<MadeKey> {
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(app)) {
    throw new StartRefusal(
      "An app is named by up to 32 small letters, digits and dashes, for example messenger.",
    );
  }
  const id = `${app}-${randomBytes(6).toString("hex")}`;
  await db.insert(signalKey).values({ id, app, createdAt: now });
  return { id, secret: signalSecret(pepper, id) };
}

/** @throws StartRefusal when there is no such key in use. */
export async function revokeSignalKey(db: Database, id: string, now: Date): Promise<void> {
  const revoked = await db
    .update(signalKey)
    .set({ revokedAt: now })
    .where(and(eq(signalKey.id, id), isNull(signalKey.revokedAt)))
    .returning({ id: signalKey.id });
  if (revoked.length === 0) throw new StartRefusal(`There is no key ${id} in use.`);
}

export const listSignalKeys = (db: Database): Promise<(typeof signalKey.$inferSelect)[]> =>
  db.select().from(signalKey).orderBy(asc(signalKey.createdAt), asc(signalKey.id));

/** The app whose key it is; null when nobody gave it out, or it was revoked. */
export async function appOfKey(db: Database, id: string): Promise<string | null> {
  const [row] = await db
    .select({ app: signalKey.app })
    .from(signalKey)
    .where(and(eq(signalKey.id, id), isNull(signalKey.revokedAt)));
  return row?.app ?? null;
}
