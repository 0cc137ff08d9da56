import {
  bigint,
  bigserial,
  customType,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { ObjectKind } from "@/lib/network/ad-api/store";
import type { MemberChange } from "@/lib/network/reach/engine";

/** The network's own tables, apart from the dashboard's: another company's data. */
export const network = pgSchema("network");

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});

/** Small facts of the deployment: the network clock, seed, salts, secrets that demo mode made. */
export const setting = network.table("setting", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
});

export const company = network.table("company", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
});

export const adAccount = network.table("ad_account", {
  /** The digits of act_<n>. */
  id: text("id").primaryKey(),
  /** The workspace whose budget and tokens cover the account. */
  workspaceId: text("workspace_id").notNull(),
  name: text("name").notNull(),
  currency: text("currency").notNull(),
  minorUnits: integer("minor_units").notNull(),
  timeZone: text("time_zone").notNull(),
});

export const adToken = network.table("ad_token", {
  id: text("id").primaryKey(),
  tokenHash: text("token_hash").notNull().unique(),
  workspaceId: text("workspace_id").notNull(),
  /** null: every account of the workspace. */
  accountId: text("account_id"),
  scope: text("scope").$type<"read" | "manage">().notNull(),
  name: text("name").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  revokedAt: timestamp("revoked_at", { withTimezone: true }),
  /** Wall time; null: it holds until it is revoked. */
  expiresAt: timestamp("expires_at", { withTimezone: true }),
});

/** Campaigns, ad sets, ads, creatives, images: one row an object, its fields in `data` as the object's description declares them. */
export const adObject = network.table(
  "ad_object",
  {
    id: bigint("id", { mode: "number" }).primaryKey(),
    kind: text("kind").$type<ObjectKind>().notNull(),
    accountId: text("account_id").notNull(),
    parentId: bigint("parent_id", { mode: "number" }),
    status: text("status").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    operationId: text("operation_id"),
    /** Network time. */
    createdTime: timestamp("created_time", { withTimezone: true }).notNull(),
    updatedTime: timestamp("updated_time", { withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex("ad_object_operation").on(table.accountId, table.operationId),
    index("ad_object_account").on(table.accountId, table.kind, table.id),
    index("ad_object_parent").on(table.parentId),
  ],
);

/** When an object was switched on or off, so that delivery knows on which days it ran. */
export const statusChange = network.table(
  "status_change",
  {
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    objectId: bigint("object_id", { mode: "number" }).notNull(),
    status: text("status").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (table) => [index("status_change_object").on(table.objectId, table.at)],
);

/** What was changed in an ad account and by whom, in the order of the changes; never changed itself. */
export const adActivity = network.table(
  "ad_activity",
  {
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    accountId: text("account_id").notNull(),
    /** Network time. */
    at: timestamp("at", { withTimezone: true }).notNull(),
    eventType: text("event_type").notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    objectId: text("object_id").notNull(),
    objectType: text("object_type").notNull(),
    objectName: text("object_name").notNull(),
    /** What was written: old and new values by field. */
    extra: jsonb("extra").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index("ad_activity_account").on(table.accountId, table.at, table.seq)],
);

/** One closed network day of an ad set, settled once. Erasing a member clears bits in `reached`; the numbers stay. */
export const settledDay = network.table(
  "settled_day",
  {
    adSetId: bigint("ad_set_id", { mode: "number" }).notNull(),
    /** YYYY-MM-DD in the account's zone. */
    day: text("day").notNull(),
    accountId: text("account_id").notNull(),
    campaignId: bigint("campaign_id", { mode: "number" }).notNull(),
    impressions: bigint("impressions", { mode: "number" }).notNull(),
    spendMinor: bigint("spend_minor", { mode: "number" }).notNull(),
    clicks: bigint("clicks", { mode: "number" }).notNull(),
    reached: bytes("reached").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.adSetId, table.day] }),
    index("settled_day_campaign").on(table.campaignId, table.day),
    index("settled_day_account").on(table.accountId, table.day),
  ],
);

/** Released answers, insert-once: the noisy values of one question in one epoch. */
export const released = network.table(
  "released",
  {
    epoch: text("epoch").notNull(),
    kind: text("kind").notNull(),
    key: text("key").notNull(),
    values: jsonb("values").$type<readonly number[]>().notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.epoch, table.kind, table.key] })],
);

/** What a workspace has paid for; asking the same again is free. `cost` counts ten-thousandths of a credit, `at` is network time. */
export const releaseCharge = network.table(
  "release_charge",
  {
    workspaceId: text("workspace_id").notNull(),
    epoch: text("epoch").notNull(),
    kind: text("kind").notNull(),
    key: text("key").notNull(),
    use: text("use").$type<"question" | "report" | "pacing">().notNull(),
    cost: integer("cost").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.epoch, table.kind, table.key] }),
    index("release_charge_window").on(table.workspaceId, table.at),
  ],
);

/** The log that the reach index is a projection of: everything that happened to members since the population was made. */
export const memberEvent = network.table(
  "member_event",
  {
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    member: integer("member").notNull(),
    change: jsonb("change").$type<MemberChange>().notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (table) => [index("member_event_member").on(table.member)],
);
