import { index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { client } from "./workspace";

/** A read-only link to one client's report of one period. Only the token's hash is kept. */
export const reportShare = pgTable(
  "report_share",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    agencyId: text("agency_id").notNull(),
    clientId: text("client_id")
      .notNull()
      .references(() => client.id, { onDelete: "cascade" }),
    since: text("since").notNull(),
    until: text("until").notNull(),
    scope: text("scope").$type<"numbers" | "with_audience">().notNull(),
    passwordHash: text("password_hash"),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
    views: integer("views").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    createdBy: text("created_by").notNull(),
    /** The report as it was when shared, so that a sent number never changes. */
    snapshot: jsonb("snapshot").notNull(),
  },
  (table) => [index("report_share_client").on(table.agencyId, table.clientId)],
);
