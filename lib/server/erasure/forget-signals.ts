import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Erased, eraseFromPack } from "@/lib/network/population/import/erase-from-pack";
import type { Database } from "../db/database";
import { memberPack } from "../db/schema/members";
import { memberEvent } from "../db/schema/network";
import { signalPace, signalTally } from "../db/schema/signals";
import { findPack } from "../import/packs";

const deflate = promisify(deflateRaw);

/**
 * Forgets what a member showed an interest in: the counts, what the log says of it and what an import brought. The caller appends
 * `signals_cleared` in the same transaction, so that nobody who reads the log later, from wherever, keeps any of it.
 */
export async function forgetSignals(tx: Database, member: number): Promise<void> {
  // Whoever is kept out as spam stays so until it is over, also through a no and a yes.
  for (const table of [signalTally, signalPace]) {
    await tx.delete(table).where(eq(table.member, member));
  }
  const type = sql<string>`${memberEvent.change} ->> 'type'`;
  await tx
    .delete(memberEvent)
    .where(and(eq(memberEvent.member, member), inArray(type, ["signal", "signal_removed"])));
  await forgetInPack(tx, member, "signals");
}

/** Writes the member's pack again without it. Nothing for synthetic members, who are drawn and not kept. */
export async function forgetInPack(tx: Database, member: number, what: Erased): Promise<void> {
  const found = await findPack(tx, member);
  if (!found) return;
  const erased = eraseFromPack(found.pack, new Map([[member - found.first, what]]));
  await tx
    .update(memberPack)
    .set({ packed: await deflate(erased) })
    .where(eq(memberPack.firstMember, found.first));
}
