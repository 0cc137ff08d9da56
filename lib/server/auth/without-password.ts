import "server-only";
import { mayEnterWithoutPassword } from "../env";
import { isImported } from "../population-facts";
import { getRuntime } from "../runtime";

/** Whether the sign-in page offers the demo people, and the server lets them in. */
export async function isPasswordless(): Promise<boolean> {
  const { db, env } = await getRuntime();
  return mayEnterWithoutPassword(env, await isImported(db));
}
