import { and, eq, isNull, lt } from "drizzle-orm";
import type { Database } from "../db/database";
import { listRow, listSession } from "../db/schema/lists";

/** Deletes uploads that nobody went on with since, with their rows. */
export async function removeStoppedUploads(db: Database, before: Date): Promise<void> {
  const stopped = await db
    .delete(listSession)
    .where(and(isNull(listSession.completedAt), lt(listSession.touchedAt, before)))
    .returning({ audienceId: listSession.audienceId, sessionId: listSession.sessionId });
  for (const { audienceId, sessionId } of stopped) {
    await db
      .delete(listRow)
      .where(and(eq(listRow.audienceId, audienceId), eq(listRow.sessionId, sessionId)));
  }
}
