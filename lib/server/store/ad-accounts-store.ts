import { randomInt } from "node:crypto";
import { and, asc, desc, eq, ilike, inArray, isNull } from "drizzle-orm";
import type { AdAccounts, AdToken } from "@/lib/workspace/ad-accounts";
import type { Database } from "../db/database";
import { adAccount, adToken, company } from "../db/schema/network";
import { memoryOf } from "./read-memory";

const digitsOf = (accountId: string) => accountId.replace(/^act_/, "");

/** 12 digits that do not begin with 0; two accounts share them once in a lifetime, and then the next try does not. */
const newDigits = () => `${randomInt(100_000, 1_000_000)}${randomInt(100_000, 1_000_000)}`;

const likeLiteral = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

export function adAccounts(db: Database): AdAccounts {
  const memory = memoryOf(db);
  return {
    async open({ agencyId, ...account }) {
      for (;;) {
        const [opened] = await memory.write("ad accounts", async () =>
          db
            .insert(adAccount)
            .values({ ...account, id: newDigits(), workspaceId: agencyId })
            .onConflictDoNothing()
            .returning({ id: adAccount.id }),
        );
        if (opened) return `act_${opened.id}`;
      }
    },
    searchCompanies: (text) =>
      db
        .select()
        .from(company)
        .where(ilike(company.name, likeLiteral(text.trim())))
        .orderBy(asc(company.name))
        .limit(50),
    findCompanies: async (ids) =>
      ids.length === 0
        ? []
        : db
            .select()
            .from(company)
            .where(inArray(company.id, [...ids])),
    async insertToken(agencyId, { accountId, ...token }) {
      await memory.write("ad tokens", async () =>
        db.insert(adToken).values({
          ...token,
          workspaceId: agencyId,
          accountId: accountId === null ? null : digitsOf(accountId),
        }),
      );
    },
    async listTokens(agencyId) {
      const rows = await db
        .select({
          id: adToken.id,
          name: adToken.name,
          scope: adToken.scope,
          accountId: adToken.accountId,
          createdAt: adToken.createdAt,
          revokedAt: adToken.revokedAt,
          expiresAt: adToken.expiresAt,
        })
        .from(adToken)
        .where(eq(adToken.workspaceId, agencyId))
        .orderBy(desc(adToken.createdAt), asc(adToken.id));
      return rows.map(
        (row): AdToken => ({
          ...row,
          accountId: row.accountId === null ? null : `act_${row.accountId}`,
        }),
      );
    },
    async revokeToken(agencyId, id, at) {
      const revoked = await memory.write("ad tokens", async () =>
        db
          .update(adToken)
          .set({ revokedAt: at })
          .where(
            and(eq(adToken.workspaceId, agencyId), eq(adToken.id, id), isNull(adToken.revokedAt)),
          )
          .returning({ id: adToken.id }),
      );
      return revoked.length > 0;
    },
  };
}
