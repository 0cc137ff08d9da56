import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import type { Role } from "@/lib/workspace/actor";
import { organization, user } from "./auth";

const at = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow();

export const client = pgTable(
  "client",
  {
    id: text("id").primaryKey(),
    agencyId: text("agency_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    accountId: text("account_id").notNull().unique(),
    currency: text("currency").notNull(),
    minorUnits: integer("minor_units").notNull(),
    timeZone: text("time_zone").notNull(),
    createdAt: at("created_at"),
  },
  (table) => [index("client_agency").on(table.agencyId)],
);

export const clientCompany = pgTable(
  "client_company",
  {
    clientId: text("client_id")
      .notNull()
      .references(() => client.id, { onDelete: "cascade" }),
    companyId: text("company_id").notNull(),
    name: text("name").notNull(),
    owns: boolean("owns").notNull(),
  },
  (table) => [primaryKey({ columns: [table.clientId, table.companyId] })],
);

/** One row a person, agency and client (or all clients: null). */
export const accessGrant = pgTable(
  "access_grant",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    agencyId: text("agency_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    clientId: text("client_id").references(() => client.id, { onDelete: "cascade" }),
    role: text("role").$type<Role>().notNull(),
    createdAt: at("created_at"),
  },
  (table) => [
    // Two grants on all clients (null) for one person would be two answers to one question.
    unique("access_grant_once")
      .on(table.personId, table.agencyId, table.clientId)
      .nullsNotDistinct(),
    index("access_grant_person").on(table.personId),
  ],
);
