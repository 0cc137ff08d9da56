import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Campaign } from "@/lib/campaigns/campaign";
import type { CampaignStore } from "@/lib/campaigns/store";
import { ok, refuse } from "@/lib/result";
import type { Database } from "../db/database";
import { campaign, campaignActivity } from "../db/schema/campaigns";

/** Campaigns in the deployment's database. */
export function campaignStore(db: Database): CampaignStore {
  const inAgency = (agencyId: string, id: string) =>
    and(eq(campaign.agencyId, agencyId), eq(campaign.id, id));

  return {
    async get(agencyId, id) {
      const [row] = await db.select().from(campaign).where(inAgency(agencyId, id));
      return row ?? null;
    },

    list: (agencyId, clientId) =>
      db
        .select()
        .from(campaign)
        .where(and(eq(campaign.agencyId, agencyId), eq(campaign.clientId, clientId)))
        .orderBy(desc(campaign.updatedAt), asc(campaign.id)),

    async save(written) {
      const next: Campaign = { ...written, version: written.version + 1 };
      const [row] =
        written.version === 0
          ? await db.insert(campaign).values(next).onConflictDoNothing().returning()
          : await db
              .update(campaign)
              .set(next)
              .where(
                and(inAgency(written.agencyId, written.id), eq(campaign.version, written.version)),
              )
              .returning();
      return row ? ok(row) : refuse("conflict", "The campaign was changed in the meantime.");
    },

    async addRemote(agencyId, id, version, remote) {
      await db
        .update(campaign)
        .set({ remote: sql`${campaign.remote} || ${JSON.stringify(remote)}::jsonb` })
        .where(and(inAgency(agencyId, id), eq(campaign.version, version)));
    },

    listLaunching: () =>
      db.select().from(campaign).where(eq(campaign.state, "launching")).orderBy(asc(campaign.id)),

    async log(activity) {
      await db.insert(campaignActivity).values(activity).onConflictDoNothing();
    },

    listActivity: (agencyId, campaignId) =>
      db
        .select()
        .from(campaignActivity)
        .where(
          and(eq(campaignActivity.agencyId, agencyId), eq(campaignActivity.campaignId, campaignId)),
        )
        .orderBy(desc(campaignActivity.at), desc(campaignActivity.id)),
  };
}
