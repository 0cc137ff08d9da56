import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/lib/workspace/actor";
import { scryptPasswords } from "./auth/passwords";
import { currentSession, getActor, requireActor } from "./auth/session";
import { secretTokens } from "./auth/tokens";
import type { Ctx } from "./context";
import { getRuntime } from "./runtime";
import { workspaceStores } from "./store/workspace-stores";

async function contextFor(actor: Actor): Promise<Ctx> {
  const { db, audiences, campaigns, reportShares, adApiFor } = await getRuntime();
  const stores = workspaceStores(db);
  return {
    ...stores,
    actor,
    workspace: stores.clients,
    audiences,
    campaigns,
    reportShares,
    adApi: adApiFor(actor.agencyId),
    passwords: scryptPasswords,
    tokens: secretTokens,
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
  };
}

/** For pages and actions: what a verb needs, for the person who is signed in; anybody else goes on to the door. */
export const requestContext = cache(async (): Promise<Ctx> => contextFor(await requireActor()));

/** For route handlers: null without a session, which is answered with 401 and not with a page. */
export async function handlerContext(): Promise<Ctx | null> {
  const actor = await getActor(await headers());
  return actor && contextFor(actor);
}

/** The session that must stay when its person changes their password. */
export async function currentSessionId(): Promise<string> {
  return (await currentSession())?.sessionId ?? "";
}
