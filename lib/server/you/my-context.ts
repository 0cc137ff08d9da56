import "server-only";
import { cookies } from "next/headers";
import type { MyContext } from "@/lib/network/consent/load-member";
import { settlePopulation } from "../population-facts";
import { getRuntime } from "../runtime";
import { memberRecords } from "./member-records";
import { readMemberToken } from "./member-token";
import { type OfferedMember, offeredMembers } from "./offered-members";

/** Its own cookie: a member's session has nothing to do with the workspace's. */
export const memberCookie = "nod-member";

/** What the signed-in member's verbs need; null when nobody is signed in. */
export async function myContext(): Promise<MyContext | null> {
  const token = (await cookies()).get(memberCookie)?.value;
  if (!token) return null;
  const { db, engine, env, secrets } = await getRuntime();
  const member = readMemberToken(token, new Date(), secrets.authSecret);
  if (member === null) return null;
  const facts = await settlePopulation(db, env);
  return { members: memberRecords(db, engine, facts), member, now: () => new Date() };
}

let offered: readonly OfferedMember[] | null = null;

/** Members that may be signed in as without a password; null where members are real people. */
export async function membersOnOffer(): Promise<readonly OfferedMember[] | null> {
  const { db, env } = await getRuntime();
  const facts = await settlePopulation(db, env);
  if (env.mode === "live" || facts.imported) return null;
  offered ??= offeredMembers(facts);
  return offered;
}
