import { createHash } from "node:crypto";
import { lt, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { rowsOf } from "../db/rows";
import { rateLimit } from "../db/schema/auth";

const MINUTE = 60_000;

/**
 * Three nets: one address from one place, one address from everywhere (looser, so that a stranger cannot easily keep
 * somebody out), one place at every address.
 */
const nets = (email: string, place: string) => [
  { key: `sign-in one ${email} ${place}`, tries: 10, windowMs: 10 * MINUTE },
  { key: `sign-in address ${email}`, tries: 100, windowMs: 60 * MINUTE },
  { key: `sign-in place ${place}`, tries: 200, windowMs: 10 * MINUTE },
];

const hashed = (key: string) => createHash("sha256").update(key).digest("hex");

/** Counts one more try; `last_request` keeps when the window began. The key is kept as it is given. */
export async function countTry(db: Database, key: string, windowMs: number, now: number) {
  const over = sql`${rateLimit.lastRequest} <= ${now - windowMs}`;
  const [row] = rowsOf<{ count: number; began: string | number }>(
    await db.execute(sql`
      insert into ${rateLimit} (id, key, count, last_request)
      values (${crypto.randomUUID()}, ${key}, 1, ${now})
      on conflict (key) do update set
        count = case when ${over} then 1 else ${rateLimit.count} + 1 end,
        last_request = case when ${over} then ${now} else ${rateLimit.lastRequest} end
      returning count, last_request as began`),
  );
  return { tries: Number(row?.count ?? 1), began: Number(row?.began ?? now) };
}

/** Counts a try and answers how many minutes to wait before it is heard; 0: now. Keys are kept hashed. */
export async function countSignIn(
  db: Database,
  { email, place, now }: { email: string; place: string; now: Date },
): Promise<number> {
  let waitMs = 0;
  for (const net of nets(email, place)) {
    const { tries, began } = await countTry(db, hashed(net.key), net.windowMs, now.getTime());
    if (tries > net.tries) waitMs = Math.max(waitMs, began + net.windowMs - now.getTime());
  }
  return Math.ceil(waitMs / MINUTE);
}

/** The right password was given: the tries of this address from this place are forgotten, and old rows go. */
export async function forgetSignIns(
  db: Database,
  { email, place, now }: { email: string; place: string; now: Date },
): Promise<void> {
  const [one] = nets(email, place);
  if (one) await db.delete(rateLimit).where(sql`${rateLimit.key} = ${hashed(one.key)}`);
  await db.delete(rateLimit).where(lt(rateLimit.lastRequest, now.getTime() - 24 * 60 * MINUTE));
}

/** Where a request comes from: the last hop that was written down. Without a proxy of ours before it, only a hint. */
export const placeOf = (headers: Headers): string =>
  headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
