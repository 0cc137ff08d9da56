import "server-only";
import { type cookies, headers } from "next/headers";
import { gpcIsOn } from "@/lib/network/consent/gpc";
import { honourGpc } from "@/lib/network/consent/honour-gpc";
import type { MyContext } from "@/lib/network/consent/load-member";
import { ok, type Result, refuse } from "@/lib/result";
import { isPasswordless } from "../auth/without-password";
import { settlePopulation } from "../population-facts";
import { getRuntime } from "../runtime";
import { reachedBelow } from "./ads-shown";
import { memberRecords } from "./member-records";
import { readMemberToken, sessionSecret } from "./member-token";
import { listLeft, lookedThrough, type OfferedMember, offeredMembers } from "./offered-members";

/** Its own cookie: a member's session has nothing to do with the workspace's. */
export const memberCookie = "nod-member";
/** The version of the notice that was closed in this visit. */
export const noticeCookie = "nod-notice-closed";

/** Pages come with many requests at once: a member's Global Privacy Control is honoured by one at a time, so that it is written once. */
const honouring = new Map<number, Promise<unknown>>();

async function honourOnce(ctx: MyContext): Promise<void> {
  const running = honouring.get(ctx.member) ?? honourGpc(ctx);
  honouring.set(ctx.member, running);
  await running.finally(() => honouring.delete(ctx.member));
}

/**
 * What the signed-in member's verbs need; refused when nobody is signed in, or no longer. A request that carries Global Privacy
 * Control has it honoured before anything else.
 */
export async function authorise(
  jar: Pick<Awaited<ReturnType<typeof cookies>>, "get">,
): Promise<Result<MyContext, { readonly code: "signed_out"; readonly message: string }>> {
  const token = jar.get(memberCookie)?.value;
  const { db, engine, env, secrets } = await getRuntime();
  const facts = await settlePopulation(db, env);
  const secret = sessionSecret(secrets.authSecret, facts);
  const member = token ? readMemberToken(token, new Date(), secret) : null;
  if (member === null)
    return refuse("signed_out", "You are not signed in any more. Sign in again.");
  const ctx: MyContext = {
    members: memberRecords(db, engine, facts),
    member,
    now: () => new Date(),
    gpc: gpcIsOn((await headers()).get("sec-gpc")),
  };
  if (ctx.gpc) await honourOnce(ctx);
  return ok(ctx);
}

/** Whom ads reached lately, so that there is an ad to ask about; looked up once, so that the same people are offered. */
let reached: Promise<ReadonlySet<number>> | null = null;

/** Members that anybody may sign in as, with their numbers; null where text messages are not shown on the page. */
export async function membersOnOffer(): Promise<readonly OfferedMember[] | null> {
  const { db, env } = await getRuntime();
  if (!(await isPasswordless())) return null;
  const facts = await settlePopulation(db, env);
  // Real people's codes never appear on a page, whatever mode the operator asked for.
  if (facts.imported) return null;
  reached ??= reachedBelow(lookedThrough);
  return offeredMembers(facts, await listLeft(db), await reached);
}
