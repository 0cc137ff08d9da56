import { identityKey } from "@/lib/network/population/import/identity-key";
import type { Database } from "../db/database";
import { settleSetting } from "../db/settings";
import { StartRefusal } from "../start-refusal";

/**
 * Remembers under which pepper members are known, without the pepper.
 * @throws StartRefusal when it is another one now: nobody would be found again.
 */
export async function keepPepper(db: Database, pepper: string): Promise<void> {
  const check = identityKey(pepper, "email", "check").toString("hex");
  if ((await settleSetting(db, "pepper-check", check)) === check) return;
  throw new StartRefusal(
    "The members were imported with another NOD_PEPPER: start with that one, or nobody would be found again by address or number.",
  );
}
