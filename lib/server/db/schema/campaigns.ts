import { index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { Rules } from "@/lib/audiences/rules";
import type { CampaignState, DraftPlan, RemoteIds } from "@/lib/campaigns/campaign";
import { client } from "./workspace";

export const campaign = pgTable(
  "campaign",
  {
    id: text("id").primaryKey(),
    agencyId: text("agency_id").notNull(),
    clientId: text("client_id")
      .notNull()
      .references(() => client.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    state: text("state").$type<CampaignState>().notNull(),
    plan: jsonb("plan").$type<DraftPlan>().notNull(),
    launchedRules: jsonb("launched_rules").$type<Rules | null>(),
    remote: jsonb("remote").$type<RemoteIds>().notNull(),
    version: integer("version").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
    updatedBy: text("updated_by").notNull(),
    launchedAt: timestamp("launched_at", { withTimezone: true }),
  },
  (table) => [index("campaign_client").on(table.agencyId, table.clientId, table.updatedAt)],
);

/** What people did to a campaign, newest first on its page. */
export const campaignActivity = pgTable(
  "campaign_activity",
  {
    id: text("id").primaryKey(),
    campaignId: text("campaign_id")
      .notNull()
      .references(() => campaign.id, { onDelete: "cascade" }),
    agencyId: text("agency_id").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    by: text("by").notNull(),
    what: text("what").notNull(),
  },
  (table) => [index("campaign_activity_campaign").on(table.campaignId, table.at)],
);
