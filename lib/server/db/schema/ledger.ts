import { bigint, index, integer, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { consentLedger } from "./members";
import { bytes, network } from "./network";

/** The ledger's Merkle tree (lib/network/consent/ledger/tree-tiles.ts): hashes only, so it stays whole when people are erased. */
export const ledgerTile = network.table(
  "ledger_tile",
  {
    level: integer("level").notNull(),
    index: bigint("index", { mode: "number" }).notNull(),
    hashes: bytes("hashes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.index] })],
);

/** What people did about their consents, one leaf a row, in append order. Nothing here is readable without the subject's key. */
export const ledgerEntry = network.table(
  "ledger_entry",
  {
    leaf: bigint("leaf", { mode: "number" }).primaryKey(),
    /** The person's pseudonym. */
    subject: text("subject").notNull(),
    sealed: bytes("sealed").notNull(),
  },
  (table) => [index("ledger_entry_subject").on(table.subject)],
);

/** Keys of people who acted. Erasing a person deletes theirs, and nothing of theirs in the ledger can be read any more. */
export const subjectKey = network.table("subject_key", {
  member: integer("member").primaryKey(),
  key: bytes("key").notNull(),
});

/** Imported consents that have entered the ledger, by their row in `consent_ledger`. */
export const ledgerIntake = network.table("ledger_intake", {
  importedLeaf: bigint("imported_leaf", { mode: "number" })
    .primaryKey()
    .references(() => consentLedger.firstLeaf, { onDelete: "cascade" }),
  /** The leaf of the ledger that the row's first consent is; the others follow it. */
  firstLeaf: bigint("first_leaf", { mode: "number" }).notNull().unique(),
  /** Keys of the row's members from its first one on, side by side; zeros for who was erased. */
  keys: bytes("keys").notNull(),
});

/** Signed checkpoints as they were published. */
export const ledgerCheckpoint = network.table(
  "ledger_checkpoint",
  {
    origin: text("origin").notNull(),
    size: bigint("size", { mode: "number" }).notNull(),
    note: text("note").notNull(),
    signedAt: timestamp("signed_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.origin, table.size] })],
);
