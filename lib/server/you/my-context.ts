import "server-only";
import type { cookies } from "next/headers";
import type { MyContext } from "@/lib/network/consent/load-member";
import { ok, type Result, refuse } from "@/lib/result";
import { isPasswordless } from "../auth/without-password";
import { settlePopulation } from "../population-facts";
import { getRuntime } from "../runtime";
import { memberRecords } from "./member-records";
import { readMemberToken } from "./member-token";
import { type OfferedMember, offeredMembers } from "./offered-members";

/** Its own cookie: a member's session has nothing to do with the workspace's. */
export const memberCookie = "nod-member";

/** What the signed-in member's verbs need; refused when nobody is signed in, or no longer. */
export async function authorise(
  jar: Pick<Awaited<ReturnType<typeof cookies>>, "get">,
): Promise<Result<MyContext, { readonly code: "signed_out"; readonly message: string }>> {
  const token = jar.get(memberCookie)?.value;
  const { db, engine, env, secrets } = await getRuntime();
  const member = token ? readMemberToken(token, new Date(), secrets.authSecret) : null;
  if (member === null)
    return refuse("signed_out", "You are not signed in any more. Sign in again.");
  const facts = await settlePopulation(db, env);
  return ok({ members: memberRecords(db, engine, facts), member, now: () => new Date() });
}

let offered: readonly OfferedMember[] | null = null;

/** Members that may be signed in as without a password; null where members are real people. */
export async function membersOnOffer(): Promise<readonly OfferedMember[] | null> {
  const { db, env } = await getRuntime();
  const facts = await settlePopulation(db, env);
  if (facts.imported || !(await isPasswordless())) return null;
  offered ??= offeredMembers(facts);
  return offered;
}
