import { ok, type Result } from "@/lib/result";
import type { Actor } from "./actor";
import type { PeopleStore } from "./people-store";
import { may } from "./permissions";
import type { Person } from "./person";
import { type Forbidden, notAllowed } from "./refusals";

interface Needs {
  readonly actor: Actor;
  readonly people: Pick<PeopleStore, "listPeople">;
}

/**
 * The people of the agency with their grants. Who owns only some clients sees the people of those clients, and of
 * their grants only these.
 */
export async function listPeople(ctx: Needs): Promise<Result<readonly Person[], Forbidden>> {
  const { actor } = ctx;
  const owns = (clientId: string | null) => may(actor, "people", clientId);
  if (!actor.grants.some((grant) => grant.agencyId === actor.agencyId && owns(grant.clientId))) {
    return notAllowed(actor);
  }
  const people = await ctx.people.listPeople(actor.agencyId);
  if (owns(null)) return ok(people);
  return ok(
    people
      .map((person) => ({ ...person, grants: person.grants.filter((g) => owns(g.clientId)) }))
      .filter((person) => person.grants.length > 0),
  );
}
