import "server-only";
import { headers } from "next/headers";
import { getRuntime } from "../runtime";
import { peopleStore } from "../store/people-store";
import { getAuth } from "./get-auth";

/** Begins a session for somebody who has just proved who they are in another way than by a password. */
export async function enterAs(email: string): Promise<void> {
  const { db } = await getRuntime();
  const person = await peopleStore(db).findByEmail(email);
  if (!person) return;
  const auth = await getAuth();
  await auth.api.enter({ body: { personId: person.id }, headers: await headers() });
}
