import { sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { memberIdentity } from "../db/schema/members";

/**
 * Takes the indexes by which members are found by their keys away while the first members come, and nobody asks: building
 * them once takes a third of the time of adding to them a million times. Leaves them where members stand already.
 */
export async function dropIdentityIndexes(db: Database): Promise<void> {
  const [known] = await db.select({ one: sql`1` }).from(memberIdentity).limit(1);
  if (known) return;
  await db.execute(sql`drop index if exists network.member_identity_email`);
  await db.execute(sql`drop index if exists network.member_identity_phone`);
}

/** Builds those that are not there, also after an import that was stopped. */
export async function keepIdentityIndexes(db: Database): Promise<void> {
  await db.execute(
    sql`create index if not exists member_identity_email on network.member_identity (email_key)`,
  );
  await db.execute(
    sql`create index if not exists member_identity_phone on network.member_identity (phone_key)`,
  );
}
