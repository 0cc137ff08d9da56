import type { CredentialStore, Tokens } from "./credential-store";

const LINK_HOURS = 24;

interface Needs {
  readonly credentials: Pick<CredentialStore, "putLink">;
  readonly tokens: Tokens;
  readonly now: () => Date;
}

/** A link as it is handed over: told once, only its hash is kept. */
export interface MadeLink {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Makes the person's one-time link, valid for 24 hours; their earlier links stop working. */
export async function makePasswordLink(
  ctx: Needs,
  personId: string,
  createdBy: string,
): Promise<MadeLink> {
  const token = ctx.tokens.create();
  const createdAt = ctx.now();
  const expiresAt = new Date(createdAt.getTime() + LINK_HOURS * 3_600_000);
  await ctx.credentials.putLink({
    tokenHash: ctx.tokens.hash(token),
    personId,
    expiresAt,
    createdAt,
    createdBy,
  });
  return { token, expiresAt };
}
