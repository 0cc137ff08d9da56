import { bigint, index, integer, jsonb, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { ListOperation, ListState } from "@/lib/network/lists/list-state";
import { network } from "./network";

/** Customer lists by what was uploaded to them (lib/network/lists/list-state.ts). */
export const customerList = network.table("customer_list", {
  /** The custom audience. */
  audienceId: bigint("audience_id", { mode: "number" }).primaryKey(),
  company: text("company").notNull(),
  state: jsonb("state").$type<ListState>().notNull(),
  /** Network time. */
  updatedAt: timestamp("updated_at", { withTimezone: true }),
});

export const listSession = network.table(
  "list_session",
  {
    audienceId: bigint("audience_id", { mode: "number" }).notNull(),
    sessionId: text("session_id").notNull(),
    company: text("company").notNull(),
    operation: text("operation").$type<ListOperation>().notNull(),
    estimated: bigint("estimated", { mode: "number" }),
    received: integer("received").notNull(),
    invalid: integer("invalid").notNull(),
    /** Numbers of the batches that came. */
    batches: jsonb("batches").$type<readonly number[]>().notNull(),
    /** Network time, here and below. */
    startedAt: timestamp("started_at", { withTimezone: true }).notNull(),
    /** Its last call came: nothing more is taken, and the rows wait to be put into effect. */
    closedAt: timestamp("closed_at", { withTimezone: true }),
    completedAt: timestamp("completed_at", { withTimezone: true }),
    /** Wall time. */
    touchedAt: timestamp("touched_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.audienceId, table.sessionId] })],
);

/** Rows of sessions that are under way: a keyed digest, and whom it found. Deleted with the session's last call, or a day later. */
export const listRow = network.table(
  "list_row",
  {
    audienceId: bigint("audience_id", { mode: "number" }).notNull(),
    sessionId: text("session_id").notNull(),
    key: text("key").notNull(),
    member: integer("member"),
  },
  (table) => [
    primaryKey({ columns: [table.audienceId, table.sessionId, table.key] }),
    index("list_row_member").on(table.member),
  ],
);

/** Who stands on which part of a list. */
export const listMember = network.table(
  "list_member",
  {
    part: text("part").notNull(),
    member: integer("member").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.part, table.member] }),
    index("list_member_member").on(table.member),
  ],
);
