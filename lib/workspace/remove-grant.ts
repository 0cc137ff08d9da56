import * as z from "zod/mini";
import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Actor } from "./actor";
import { authorise } from "./authorise";
import type { PeopleStore } from "./people-store";
import { scopeSchema } from "./person";
import { noSuchPerson } from "./refusals";
import type { WorkspaceStore } from "./store";

const removeGrantInput = z.object({
  personId: z.string().check(z.minLength(1)),
  clientId: scopeSchema,
});
export type RemoveGrantInput = z.input<typeof removeGrantInput>;

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "getClient">;
  readonly people: Pick<PeopleStore, "removeGrant">;
}

/** Takes a role away, at once: the next page the person opens is refused. The last owner stays. */
export async function removeGrant(
  ctx: Needs,
  input: RemoveGrantInput,
): Promise<Result<null, Refusal>> {
  const parsed = removeGrantInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "The role was not removed.", fieldErrors(parsed.error));
  }
  const { personId, clientId } = parsed.data;
  const allowed = await authorise(ctx, "people", clientId);
  if (!allowed.ok) return allowed;
  const removed = await ctx.people.removeGrant(personId, ctx.actor.agencyId, clientId);
  if (!removed.ok) return removed;
  return removed.value ? ok(null) : noSuchPerson();
}
