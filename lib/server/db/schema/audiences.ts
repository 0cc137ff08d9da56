import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { Rules } from "@/lib/audiences/rules";
import { client } from "./workspace";

export const audience = pgTable(
  "audience",
  {
    id: text("id").primaryKey(),
    agencyId: text("agency_id").notNull(),
    clientId: text("client_id")
      .notNull()
      .references(() => client.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    state: text("state").$type<"draft" | "saved" | "archived">().notNull(),
    rules: jsonb("rules").$type<Rules>().notNull(),
    version: integer("version").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
    updatedBy: text("updated_by").notNull(),
  },
  (table) => [index("audience_client").on(table.agencyId, table.clientId, table.updatedAt)],
);

/** Every saved version, for "what changed" and restore. */
export const audienceVersion = pgTable(
  "audience_version",
  {
    audienceId: text("audience_id")
      .notNull()
      .references(() => audience.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    agencyId: text("agency_id").notNull(),
    name: text("name").notNull(),
    rules: jsonb("rules").$type<Rules>().notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    by: text("by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.audienceId, table.version] })],
);
