import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import type { Audience } from "@/lib/audiences/audience";
import type { AudienceStore } from "@/lib/audiences/store";
import { ok, refuse } from "@/lib/result";
import type { Database } from "../db/database";
import { audience, audienceVersion } from "../db/schema/audiences";

/** Audiences in the deployment's database. */
export function audienceStore(db: Database): AudienceStore {
  const inAgency = (agencyId: string, id: string) =>
    and(eq(audience.agencyId, agencyId), eq(audience.id, id));

  return {
    async get(agencyId, id) {
      const [row] = await db.select().from(audience).where(inAgency(agencyId, id));
      return row ?? null;
    },

    list: (agencyId, clientId) =>
      db
        .select()
        .from(audience)
        .where(and(eq(audience.agencyId, agencyId), eq(audience.clientId, clientId)))
        .orderBy(desc(audience.updatedAt), asc(audience.id)),

    save: (written) =>
      db.transaction(async (tx) => {
        const next: Audience = { ...written, version: written.version + 1 };
        const [row] =
          written.version === 0
            ? await tx.insert(audience).values(next).onConflictDoNothing().returning()
            : await tx
                .update(audience)
                .set(next)
                .where(
                  and(
                    inAgency(written.agencyId, written.id),
                    eq(audience.version, written.version),
                  ),
                )
                .returning();
        if (!row) return refuse("conflict", "The audience was changed in the meantime.");
        if (row.state === "saved") {
          const {
            id: audienceId,
            agencyId,
            version,
            name,
            rules,
            updatedAt: at,
            updatedBy: by,
          } = row;
          await tx
            .insert(audienceVersion)
            .values({ audienceId, agencyId, version, name, rules, at, by });
        }
        return ok(row);
      }),

    listVersions: (agencyId, id) =>
      db
        .select({
          version: audienceVersion.version,
          name: audienceVersion.name,
          rules: audienceVersion.rules,
          at: audienceVersion.at,
          by: audienceVersion.by,
        })
        .from(audienceVersion)
        .where(and(eq(audienceVersion.agencyId, agencyId), eq(audienceVersion.audienceId, id)))
        .orderBy(desc(audienceVersion.version)),
  };
}
