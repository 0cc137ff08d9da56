import * as z from "zod/mini";
import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Actor } from "./actor";
import { authorise } from "./authorise";
import type { CredentialStore, Tokens } from "./credential-store";
import { type MadeLink, makePasswordLink } from "./password-link";
import type { PeopleStore } from "./people-store";
import { may } from "./permissions";
import { emailSchema, nameSchema, roleSchema, scopeSchema } from "./person";
import type { WorkspaceStore } from "./store";

const addPersonInput = z.object({
  name: nameSchema,
  email: emailSchema,
  role: roleSchema,
  clientId: scopeSchema,
});
export type AddPersonInput = z.input<typeof addPersonInput>;

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "getClient">;
  readonly people: Pick<
    PeopleStore,
    "findByEmail" | "insertPerson" | "putGrant" | "getPerson" | "worksElsewhere"
  >;
  readonly credentials: Pick<CredentialStore, "putLink" | "getPasswordHash">;
  readonly tokens: Tokens;
  readonly newId: () => string;
  readonly now: () => Date;
}

export interface AddedPerson {
  readonly personId: string;
  /** To hand over: with it they set their password. Null for somebody who has an account already. */
  readonly link: MadeLink | null;
}

/**
 * Gives somebody a role at the agency, for one client or all. A new address gets an account and a one-time link; an
 * address that signs in already (at this agency or another) keeps its account and its password.
 */
export async function addPerson(
  ctx: Needs,
  input: AddPersonInput,
): Promise<Result<AddedPerson, Refusal>> {
  const parsed = addPersonInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "Nobody was added.", fieldErrors(parsed.error));
  }
  const { name, email, role, clientId } = parsed.data;
  const allowed = await authorise(ctx, "people", clientId);
  if (!allowed.ok) return allowed;

  const { actor } = ctx;
  const grant = { agencyId: actor.agencyId, clientId, role };
  const known = await ctx.people.findByEmail(email);
  if (known) {
    const colleague = await ctx.people.getPerson(actor.agencyId, known.id);
    if (colleague?.grants.some((one) => one.clientId === clientId)) {
      const sentence = `${colleague.name} has a role there already. Change it in the list.`;
      return refuse("already_there", sentence, { email: sentence });
    }
  }
  const personId = known?.id ?? ctx.newId();
  if (!known) {
    const inserted = await ctx.people.insertPerson({ id: personId, name, email });
    if (!inserted.ok) {
      const sentence = inserted.error.message;
      return refuse("email_taken", sentence, { email: sentence });
    }
  }
  const given = await ctx.people.putGrant(personId, grant);
  if (!given.ok) return given;
  return ok({ personId, link: await linkIfNeeded(ctx, personId) });
}

/**
 * Nobody gets a link to an account that is in use, here or at another agency: it would be a way into it. Nor to one
 * that is still to be opened and may do more than the actor could have granted.
 */
async function linkIfNeeded(ctx: Needs, personId: string): Promise<MadeLink | null> {
  if ((await ctx.credentials.getPasswordHash(personId)) !== null) return null;
  const person = await ctx.people.getPerson(ctx.actor.agencyId, personId);
  if (!person?.grants.every(({ clientId }) => may(ctx.actor, "people", clientId))) return null;
  if (await ctx.people.worksElsewhere(ctx.actor.agencyId, personId)) return null;
  return makePasswordLink(ctx, personId, ctx.actor.personId);
}
