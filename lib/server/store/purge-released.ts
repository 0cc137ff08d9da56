import "server-only";
import { and, eq, lt, ne, notExists } from "drizzle-orm";
import { standardWindows, windowStart } from "@/lib/network/release/budget";
import { settledEpoch } from "@/lib/network/release/epoch";
import type { Database } from "../db/database";
import { releaseCharge, released } from "../db/schema/network";

const longestDays = Math.max(...standardWindows.map(({ days }) => days));
/** Wall days after which no epoch of an answer, a week or a month, can still be running. */
const overAfterDays = 62;

/**
 * Deletes charges that no window holds any more and answers of epochs that are over and that nobody has paid for. What is settled
 * stays for good: asked again it would be drawn with the same noise about people who have changed.
 */
export async function purgeReleased(
  db: Database,
  networkNow: Date,
  wallNow: Date,
): Promise<{ readonly charges: number; readonly answers: number }> {
  const charges = await db
    .delete(releaseCharge)
    .where(
      and(
        ne(releaseCharge.epoch, settledEpoch),
        lt(releaseCharge.at, windowStart(networkNow, longestDays)),
      ),
    )
    .returning({ key: releaseCharge.key });
  const charge = db
    .select({ key: releaseCharge.key })
    .from(releaseCharge)
    .where(
      and(
        eq(releaseCharge.epoch, released.epoch),
        eq(releaseCharge.kind, released.kind),
        eq(releaseCharge.key, released.key),
      ),
    );
  const answers = await db
    .delete(released)
    .where(
      and(
        ne(released.epoch, settledEpoch),
        lt(released.at, windowStart(wallNow, overAfterDays)),
        notExists(charge),
      ),
    )
    .returning({ key: released.key });
  return { charges: charges.length, answers: answers.length };
}
