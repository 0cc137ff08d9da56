import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { identityKey } from "@/lib/network/population/import/identity-key";
import type { Database } from "../db/database";
import { memberIdentity } from "../db/schema/members";
import type { OfferedMember } from "./offered-members";
import { phoneDigits } from "./phone";

/** The member who has a number (digits with country code); null when nobody has it. Among offered ones, or those an import brought. */
export async function findByPhone(
  db: Database,
  pepper: string,
  offered: readonly OfferedMember[],
  digits: string,
): Promise<number | null> {
  const one = offered.find(({ phone }) => phoneDigits(phone) === digits);
  if (one) return one.member;
  const sha256 = createHash("sha256").update(digits).digest("hex");
  const [found] = await db
    .select({ member: memberIdentity.member })
    .from(memberIdentity)
    .where(eq(memberIdentity.phoneKey, identityKey(pepper, "phone", sha256)))
    .limit(1);
  return found?.member ?? null;
}
