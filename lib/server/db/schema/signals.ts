import { index, integer, jsonb, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { bytes, network } from "./network";

/** Keys of the apps that may send signals. Their secrets follow from NOD_PEPPER and lie nowhere. */
export const signalKey = network.table("signal_key", {
  id: text("id").primaryKey(),
  app: text("app").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  revokedAt: timestamp("revoked_at", { withTimezone: true }),
});

/** Which events were taken, so that none counts twice: a keyed digest of each, and not of whom it spoke. */
export const signalEvent = network.table(
  "signal_event",
  {
    app: text("app").notNull(),
    id: text("id").notNull(),
    digest: text("digest").notNull(),
    outcome: text("outcome").$type<"kept" | "spam">().notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.app, table.id] }),
    index("signal_event_received").on(table.receivedAt),
  ],
);

/** How often somebody showed an interest on each day, until it is the strongest. */
export const signalTally = network.table(
  "signal_tally",
  {
    member: integer("member").notNull(),
    segment: text("segment").notNull(),
    /** Day and count, days since 1970-01-01 (UTC). */
    days: jsonb("days").$type<readonly (readonly [number, number])[]>().notNull(),
    /** The latest of them. */
    lastDay: integer("last_day").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.member, table.segment] }),
    index("signal_tally_last_day").on(table.lastDay),
  ],
);

/** How many signals came in an hour of the clock of those who agreed to spam fighting; kept for a day. */
export const signalPace = network.table(
  "signal_pace",
  {
    member: integer("member").notNull(),
    hour: integer("hour").notNull(),
    total: integer("total").notNull(),
    minutes: jsonb("minutes").$type<Readonly<Record<string, number>>>().notNull(),
    writtenAt: timestamp("written_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.member, table.hour] }),
    index("signal_pace_written").on(table.writtenAt),
  ],
);

/** Whose signals are kept out as spam. */
export const signalQuarantine = network.table("signal_quarantine", {
  member: integer("member").primaryKey(),
  until: timestamp("until", { withTimezone: true }).notNull(),
});

/** Identifiers that match no list any more, as HMAC under the pepper (lib/network/consent/suppression.ts). */
export const suppression = network.table("suppression", {
  key: bytes("key").primaryKey(),
  at: timestamp("at", { withTimezone: true }).notNull(),
});
