import "server-only";
import { getRuntime, type Runtime } from "../runtime";
import { type Auth, createAuth } from "./auth";

const made = new WeakMap<Runtime, Auth>();

/** The one instance of this process, over the runtime's database. */
export async function getAuth(): Promise<Auth> {
  const runtime = await getRuntime();
  const standing = made.get(runtime);
  if (standing) return standing;
  const { db, env, secrets } = runtime;
  const auth = createAuth({ db, url: env.url, authSecret: secrets.authSecret });
  made.set(runtime, auth);
  return auth;
}
