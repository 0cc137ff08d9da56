import { and, asc, eq, isNull } from "drizzle-orm";
import type { CredentialStore, Tokens } from "@/lib/workspace/credential-store";
import { makePasswordLink } from "@/lib/workspace/password-link";
import type { Database } from "./db/database";
import { user } from "./db/schema/auth";
import { accessGrant } from "./db/schema/workspace";
import { StartRefusal } from "./start-refusal";

interface Needs {
  readonly db: Database;
  readonly credentials: Pick<CredentialStore, "putLink">;
  readonly tokens: Tokens;
}

/**
 * A one-time link for an owner who lost their password: the asked address, or the only owner there is.
 * @throws StartRefusal that lists the owners when it is not clear which one.
 */
export async function ownerLink(
  ctx: Needs,
  askedEmail: string | undefined,
): Promise<{ readonly token: string; readonly email: string }> {
  const owners = await ctx.db
    .selectDistinct({ id: user.id, email: user.email })
    .from(accessGrant)
    .innerJoin(user, eq(user.id, accessGrant.personId))
    .where(and(eq(accessGrant.role, "owner"), isNull(accessGrant.clientId)))
    .orderBy(asc(user.email));
  if (owners.length === 0) {
    throw new StartRefusal("There is no owner yet: start the server and open it in a browser.");
  }
  const asked = askedEmail?.trim().toLowerCase();
  const fitting = asked === undefined ? owners : owners.filter(({ email }) => email === asked);
  const [owner] = fitting;
  if (!owner || fitting.length > 1) {
    const emails = owners.map(({ email }) => email).join(", ");
    throw new StartRefusal(`Say which owner: npm run reset-owner -- <email>, one of ${emails}.`);
  }
  const link = await makePasswordLink({ ...ctx, now: () => new Date() }, owner.id, "console");
  return { token: link.token, email: owner.email };
}
