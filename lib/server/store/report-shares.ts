import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { ReportShareStore } from "@/lib/reports/store";
import type { Database } from "../db/database";
import { reportShare } from "../db/schema/reports";

/** Share links of reports in the deployment's database. */
export function reportShareStore(db: Database): ReportShareStore {
  return {
    async insert(share) {
      await db.insert(reportShare).values(share);
    },

    list: (agencyId, clientId) =>
      db
        .select()
        .from(reportShare)
        .where(and(eq(reportShare.agencyId, agencyId), eq(reportShare.clientId, clientId)))
        .orderBy(desc(reportShare.createdAt), desc(reportShare.id)),

    async getByTokenHash(tokenHash) {
      const [row] = await db.select().from(reportShare).where(eq(reportShare.tokenHash, tokenHash));
      return row ?? null;
    },

    async revoke(agencyId, id, at) {
      const rows = await db
        .update(reportShare)
        .set({
          revokedAt: sql`coalesce(${reportShare.revokedAt}, ${at.toISOString()}::timestamptz)`,
        })
        .where(and(eq(reportShare.agencyId, agencyId), eq(reportShare.id, id)))
        .returning({ id: reportShare.id });
      return rows.length > 0;
    },

    async countView(id) {
      await db
        .update(reportShare)
        .set({ views: sql`${reportShare.views} + 1` })
        .where(eq(reportShare.id, id));
    },
  };
}
