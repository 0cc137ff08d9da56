import "server-only";
import { createHmac, randomInt, randomUUID, timingSafeEqual } from "node:crypto";
import { and, eq, like, lt } from "drizzle-orm";
import { z } from "zod/mini";
import type { Database } from "../db/database";
import { verification } from "../db/schema/auth";

const minutes = 5;
const mostTries = 5;
const prefix = "member-code/";

const kept = z.object({ member: z.int(), code: z.string(), tries: z.int() });

interface CodeParts {
  readonly db: Database;
  readonly secret: string;
  readonly now: Date;
}

const hmac = (secret: string, text: string): Buffer =>
  createHmac("sha256", secret).update(`member-code/v1/${text}`).digest();

/** A number is kept as HMAC only, and its code bound to it. */
const nameOf = (secret: string, digits: string): string =>
  `${prefix}${hmac(secret, `number/${digits}`).toString("base64url")}`;

const codeOf = (secret: string, digits: string, code: string): Buffer =>
  hmac(secret, `code/${digits}/${code}`);

/** A code of six digits for a number, for 5 minutes and 5 tries; earlier ones of the same number count no more. */
export async function makeCode(
  { db, secret, now }: CodeParts,
  digits: string,
  member: number,
): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const identifier = nameOf(secret, digits);
  const value = JSON.stringify({
    ...{ member, tries: 0 },
    code: codeOf(secret, digits, code).toString("base64url"),
  });
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await db.transaction(async (tx) => {
    await tx.delete(verification).where(eq(verification.identifier, identifier));
    const old = and(like(verification.identifier, `${prefix}%`), lt(verification.expiresAt, now));
    await tx.delete(verification).where(old);
    await tx.insert(verification).values({ id: randomUUID(), identifier, value, expiresAt });
  });
  return code;
}

/** The member whose code it is, once; null for a wrong one, which counts as a try, and for one that has run out or was used. */
export function takeCode(
  { db, secret, now }: CodeParts,
  digits: string,
  code: string,
): Promise<number | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(verification)
      .where(eq(verification.identifier, nameOf(secret, digits)))
      .for("update");
    if (!row) return null;
    const { member, tries, ...known } = kept.parse(JSON.parse(row.value));
    const ours = Buffer.from(known.code, "base64url");
    const right = timingSafeEqual(ours, codeOf(secret, digits, code));
    const alive = row.expiresAt > now && tries < mostTries;
    if (alive && !right) {
      const value = JSON.stringify({ member, tries: tries + 1, code: known.code });
      await tx.update(verification).set({ value }).where(eq(verification.id, row.id));
      return null;
    }
    await tx.delete(verification).where(eq(verification.id, row.id));
    return alive ? member : null;
  });
}
