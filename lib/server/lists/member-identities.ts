import { setImmediate as nextTurn } from "node:timers/promises";
import type { MemberIdentities } from "@/lib/network/lists/list-store";
import { identityKey } from "@/lib/network/population/import/identity-key";
import type { Database } from "../db/database";
import type { PopulationFacts } from "../population-facts";
import { findImportedBy, keysOfMembers } from "./identity-keys";
import { buildSyntheticIndex, type SyntheticIndex } from "./synthetic-index";

/** How members are known outside. The synthetic network's index is built when somebody first uploads a list. */
export function memberIdentities(
  db: Database,
  pepper: string,
  facts: () => Promise<PopulationFacts>,
): MemberIdentities & { on(db: Database): Pick<MemberIdentities, "keysOf"> } {
  let index: Promise<SyntheticIndex> | null = null;
  const keysOf = async (on: Database, members: readonly number[]) =>
    keysOfMembers(on, pepper, members, (await facts()).imported);
  return {
    async find(kind, sha256) {
      const { imported, members } = await facts();
      if (imported) {
        const keys = sha256.map((one) => identityKey(pepper, kind, one));
        return findImportedBy(db, kind, keys);
      }
      index ??= buildSyntheticIndex(members, () => nextTurn());
      const known = await index;
      return sha256.map((one) => known.find(kind, one));
    },
    keysOf: (members) => keysOf(db, members),
    on: (other) => ({ keysOf: (members) => keysOf(other, members) }),
  };
}
