import "server-only";
import { memoryAttempts } from "@/lib/reports/attempts";
import { scryptPasswords } from "../auth/passwords";
import { secretTokens } from "../auth/tokens";
import { getRuntime } from "../runtime";
import { shareProofs } from "./share-proofs";

const holder = globalThis as { nodShareAttempts?: ReturnType<typeof memoryAttempts> };

/** What opening a shared report needs: no session, no agency, only the links. */
export async function shareContext() {
  const { reportShares } = await getRuntime();
  holder.nodShareAttempts ??= memoryAttempts();
  return {
    reportShares,
    passwords: scryptPasswords,
    tokens: secretTokens,
    proofs: shareProofs,
    attempts: holder.nodShareAttempts,
    now: () => new Date(),
  };
}
