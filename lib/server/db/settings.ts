import { eq } from "drizzle-orm";
import type { Database } from "./database";
import { setting } from "./schema/network";

/** A small fact of the deployment, as JSON; null when it was never written. The caller parses it. */
export async function readSetting(db: Database, key: string): Promise<unknown> {
  const [row] = await db.select().from(setting).where(eq(setting.key, key));
  return row?.value ?? null;
}

export async function writeSetting(db: Database, key: string, value: unknown): Promise<void> {
  await db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } });
}

/** Writes the value unless there is one, and answers the one that stands: two starting servers agree. */
export async function settleSetting(db: Database, key: string, value: unknown): Promise<unknown> {
  await db.insert(setting).values({ key, value }).onConflictDoNothing();
  return readSetting(db, key);
}
