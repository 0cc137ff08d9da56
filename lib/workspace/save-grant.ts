import * as z from "zod/mini";
import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Actor } from "./actor";
import { authorise } from "./authorise";
import type { PeopleStore } from "./people-store";
import { roleSchema, scopeSchema } from "./person";
import { noSuchPerson } from "./refusals";
import type { WorkspaceStore } from "./store";

const saveGrantInput = z.object({
  personId: z.string().check(z.minLength(1)),
  clientId: scopeSchema,
  role: roleSchema,
});
export type SaveGrantInput = z.input<typeof saveGrantInput>;

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "getClient">;
  readonly people: Pick<PeopleStore, "getPerson" | "putGrant">;
}

/** Gives a colleague a role for one client or all, or changes the one they have there. The last owner stays owner. */
export async function saveGrant(ctx: Needs, input: SaveGrantInput): Promise<Result<null, Refusal>> {
  const parsed = saveGrantInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "The role was not saved.", fieldErrors(parsed.error));
  }
  const { personId, clientId, role } = parsed.data;
  const allowed = await authorise(ctx, "people", clientId);
  if (!allowed.ok) return allowed;
  const { agencyId } = ctx.actor;
  if (!(await ctx.people.getPerson(agencyId, personId))) return noSuchPerson();
  const saved = await ctx.people.putGrant(personId, { agencyId, clientId, role });
  return saved.ok
    ? ok(null)
    : refuse("last_owner", saved.error.message, { role: saved.error.message });
}
