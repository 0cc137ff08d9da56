import type { Client } from "@/lib/workspace/actor";
import { may } from "@/lib/workspace/permissions";
import type { Audience } from "./audience";
import type { AudienceCtx } from "./ctx";

export interface ListedAudience {
  readonly audience: Audience;
  readonly client: Client;
}

/** The audiences of one client, or (null) of every client the actor may view; archived ones too, last changed first. */
export async function listAudiences(
  ctx: AudienceCtx,
  clientId: string | null,
): Promise<readonly ListedAudience[]> {
  const { actor } = ctx;
  const clients = (await ctx.workspace.listClients(actor.agencyId)).filter(
    ({ id }) => may(actor, "view", id) && (clientId === null || id === clientId),
  );
  const lists = await Promise.all(
    clients.map(async (client) =>
      (await ctx.audiences.list(actor.agencyId, client.id)).map((audience) => ({
        audience,
        client,
      })),
    ),
  );
  return lists
    .flat()
    .sort((a, b) => b.audience.updatedAt.getTime() - a.audience.updatedAt.getTime());
}
