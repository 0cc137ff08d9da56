import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { nextCookies } from "better-auth/next-js";
import { organization } from "better-auth/plugins/organization";
import { asc, eq } from "drizzle-orm";
import type { Database } from "../db/database";
import * as schema from "../db/schema/auth";
import { accessGrant } from "../db/schema/workspace";
import { enterEndpoint } from "./enter-endpoint";
import { scryptPasswords } from "./passwords";

interface AuthNeeds {
  readonly db: Database;
  /** Where people reach the app. */
  readonly url: string;
  readonly authSecret: string;
}

/** A new session begins at the first agency that the person got a role at. */
async function firstAgencyOf(db: Database, personId: string): Promise<string | null> {
  const [first] = await db
    .select({ agencyId: accessGrant.agencyId })
    .from(accessGrant)
    .where(eq(accessGrant.personId, personId))
    .orderBy(asc(accessGrant.createdAt), asc(accessGrant.id))
    .limit(1);
  return first?.agencyId ?? null;
}

/**
 * Sessions and passwords; agencies are its organizations. Accounts are made by owners only, and what a person may do
 * stands in `access_grant`, not in the organization's roles. Tries are limited by `sign-in-limit.ts`, because only our
 * own server action signs people in.
 */
export const createAuth = ({ db, url, authSecret }: AuthNeeds) =>
  betterAuth({
    appName: "Nod",
    baseURL: url,
    secret: authSecret,
    telemetry: { enabled: false },
    logger: { level: "error" },
    database: drizzleAdapter(db, { provider: "pg", schema, transaction: true }),
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      password: {
        hash: scryptPasswords.hash,
        verify: ({ password, hash }) => scryptPasswords.verify(password, hash),
      },
    },
    session: { expiresIn: 14 * 86_400, updateAge: 86_400 },
    advanced: { cookiePrefix: "nod", useSecureCookies: url.startsWith("https:") },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, activeOrganizationId: await firstAgencyOf(db, session.userId) },
          }),
        },
      },
    },
    plugins: [
      organization({ allowUserToCreateOrganization: false }),
      enterEndpoint(),
      nextCookies(),
    ],
  });

export type Auth = ReturnType<typeof createAuth>;
