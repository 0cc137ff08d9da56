import { bigint, index, integer, jsonb, text, timestamp } from "drizzle-orm/pg-core";
import { bytes, network } from "./network";

/** Imported members as they were on the day of the import, a few thousand a row (lib/network/population/import/member-pack.ts, deflated). */
export const memberPack = network.table("member_pack", {
  firstMember: integer("first_member").primaryKey(),
  members: integer("members").notNull(),
  packed: bytes("packed").notNull(),
});

/** How imported members are known outside: for signal intake, signing in and matching lists. Never an address, a number or their plain hash. */
export const memberIdentity = network.table(
  "member_identity",
  {
    member: integer("member").primaryKey(),
    externalId: text("external_id").notNull().unique(),
    /** HMAC-SHA256 (lib/network/population/import/identity-key.ts). */
    emailKey: bytes("email_key"),
    phoneKey: bytes("phone_key"),
  },
  (table) => [
    index("member_identity_email").on(table.emailKey),
    index("member_identity_phone").on(table.phoneKey),
  ],
);

/** The consent ledger's leaves in their order, many a row (lib/network/consent/consent-leaves.ts, deflated). */
export const consentLedger = network.table(
  "consent_ledger",
  {
    firstLeaf: bigint("first_leaf", { mode: "number" }).primaryKey(),
    leaves: integer("leaves").notNull(),
    /** Members in `packed` are kept less this. */
    firstMember: integer("first_member").notNull(),
    /** When the leaves came into the ledger; when each consent was given stands in it. */
    enteredAt: timestamp("entered_at", { withTimezone: true }).notNull(),
    packed: bytes("packed").notNull(),
  },
  (table) => [index("consent_ledger_member").on(table.firstMember)],
);

/** How far each imported file has come: written in the transaction of the members it speaks of. */
export const memberImport = network.table("member_import", {
  /** A digest of the file, or a random id for what came by stdin. */
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  /** The day from whose sight signals are old and dates lie ahead, in days since 1970-01-01 (UTC). */
  day: integer("day").notNull(),
  startedAt: timestamp("started_at", { withTimezone: true }).notNull(),
  finishedAt: timestamp("finished_at", { withTimezone: true }),
  lines: bigint("lines", { mode: "number" }).notNull(),
  /** Of the text, after decompression. */
  bytes: bigint("bytes", { mode: "number" }).notNull(),
  members: integer("members").notNull(),
  /** How many lines were refused, or parts dropped, for each reason. */
  reasons: jsonb("reasons").$type<Readonly<Record<string, number>>>().notNull(),
  reportBytes: bigint("report_bytes", { mode: "number" }).notNull(),
});
