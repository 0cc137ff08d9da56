import type { Actor, Client } from "./actor";
import { may } from "./permissions";
import type { WorkspaceStore } from "./store";

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "listClients">;
}

/** The clients that the actor may see, by name. */
export async function listClients(ctx: Needs): Promise<readonly Client[]> {
  const clients = await ctx.workspace.listClients(ctx.actor.agencyId);
  return clients.filter((client) => may(ctx.actor, "view", client.id));
}
