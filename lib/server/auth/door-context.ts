import "server-only";
import { getRuntime } from "../runtime";
import { workspaceStores } from "../store/workspace-stores";
import { scryptPasswords } from "./passwords";
import { secretTokens } from "./tokens";

/** What the verbs before sign-in need: setting a password by a link, founding the first agency. */
export async function doorContext() {
  const { db } = await getRuntime();
  return {
    ...workspaceStores(db),
    passwords: scryptPasswords,
    tokens: secretTokens,
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
  };
}
