import "server-only";
import { readSetting } from "../db/settings";
import { mayEnterWithoutPassword } from "../env";
import { getRuntime } from "../runtime";

/** The setting that an import of members leaves behind. */
export const IMPORTED = "members.imported";

/** Whether the sign-in page offers the demo people, and the server lets them in. */
export async function isPasswordless(): Promise<boolean> {
  const { db, env } = await getRuntime();
  return mayEnterWithoutPassword(env, (await readSetting(db, IMPORTED)) === true);
}
