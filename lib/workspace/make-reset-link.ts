import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Actor } from "./actor";
import { authorise } from "./authorise";
import type { CredentialStore, Tokens } from "./credential-store";
import { type MadeLink, makePasswordLink } from "./password-link";
import type { PeopleStore } from "./people-store";
import { noSuchPerson } from "./refusals";
import type { WorkspaceStore } from "./store";

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "getClient">;
  readonly people: Pick<PeopleStore, "getPerson" | "worksElsewhere">;
  readonly credentials: Pick<CredentialStore, "putLink">;
  readonly tokens: Tokens;
  readonly now: () => Date;
}

/**
 * A one-time link with which a colleague sets a new password; works for 24 hours. Only an owner of all clients makes
 * one, and not for somebody who also works at another agency: the link would open that door too.
 */
export async function makeResetLink(
  ctx: Needs,
  input: { readonly personId: string },
): Promise<Result<MadeLink, Refusal>> {
  const allowed = await authorise(ctx, "people", null);
  if (!allowed.ok) return allowed;
  const { agencyId } = ctx.actor;
  const person = await ctx.people.getPerson(agencyId, input.personId);
  if (!person) return noSuchPerson();
  if (await ctx.people.worksElsewhere(agencyId, person.id)) {
    return refuse(
      "works_elsewhere",
      `${person.name} also works at another agency, so a link from one of them is not enough. Whoever runs this server can make one.`,
    );
  }
  return ok(await makePasswordLink(ctx, person.id, ctx.actor.personId));
}
