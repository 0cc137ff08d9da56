import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/workspace/actor";
import { getRuntime } from "../runtime";
import { foundingStore } from "../store/founding-store";
import { getAuth } from "./get-auth";
import { readActor } from "./read-actor";

export interface Session {
  readonly sessionId: string;
  readonly email: string;
  /** null: signed in, but without a role at any agency. */
  readonly actor: Actor | null;
}

/** Who sends these headers; null without a valid session. For route handlers and actions. */
async function getSession(from: Headers): Promise<Session | null> {
  const auth = await getAuth();
  const found = await auth.api.getSession({ headers: from });
  if (!found) return null;
  const { db } = await getRuntime();
  const { session, user } = found;
  return {
    sessionId: session.id,
    email: user.email,
    actor: await readActor(db, user.id, session.activeOrganizationId ?? null),
  };
}

export async function getActor(from: Headers): Promise<Actor | null> {
  return (await getSession(from))?.actor ?? null;
}

/** The session of the request that is being answered, read once. */
export const currentSession = cache(async () => getSession(await headers()));

/** Where somebody without a session belongs: the first owner is still to be made, or they sign in. */
export async function doorPath(): Promise<"/first-run" | "/sign-in"> {
  const { db } = await getRuntime();
  return (await foundingStore(db).hasAnybody()) ? "/sign-in" : "/first-run";
}

/** For pages: the actor, or on to the door and back here afterwards. */
export async function requireActor(): Promise<Actor> {
  const session = await currentSession();
  if (session?.actor) return session.actor;
  const door = session ? "/sign-in" : await doorPath();
  const path = (await headers()).get("x-nod-path");
  redirect(path && door === "/sign-in" ? `${door}?${new URLSearchParams({ next: path })}` : door);
}
