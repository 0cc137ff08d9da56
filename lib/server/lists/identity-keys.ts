import { inArray, sql } from "drizzle-orm";
import { identityKey } from "@/lib/network/population/import/identity-key";
import {
  sha256Hex,
  syntheticEmail,
  syntheticPhone,
} from "@/lib/network/population/synthetic-identity";
import type { Database } from "../db/database";
import { rowsOf } from "../db/rows";
import { memberIdentity } from "../db/schema/members";

/** A synthetic member's keys: made up, and the same every time. */
export function syntheticKeys(pepper: string, member: number): readonly Uint8Array[] {
  const phone = syntheticPhone(member);
  return [
    identityKey(pepper, "email", sha256Hex(syntheticEmail(member))),
    ...(phone === null ? [] : [identityKey(pepper, "phone", sha256Hex(phone))]),
  ];
}

/** Every key by which these members are known outside: imported ones by what came with them, synthetic ones by what is made up for them. */
export async function keysOfMembers(
  db: Database,
  pepper: string,
  members: readonly number[],
  imported: boolean,
): Promise<ReadonlyMap<number, readonly Uint8Array[]>> {
  if (!imported) return new Map(members.map((one) => [one, syntheticKeys(pepper, one)]));
  if (members.length === 0) return new Map();
  const rows = await db
    .select()
    .from(memberIdentity)
    .where(inArray(memberIdentity.member, [...members]));
  return new Map(
    rows.map(({ member, emailKey, phoneKey }) => [
      member,
      [emailKey, phoneKey].flatMap((key) => key ?? []),
    ]),
  );
}

/** Imported members by one kind of key. */
export async function findImportedBy(
  db: Database,
  kind: "email" | "phone",
  keys: readonly Uint8Array[],
): Promise<readonly (number | null)[]> {
  if (keys.length === 0) return [];
  const column = kind === "email" ? memberIdentity.emailKey : memberIdentity.phoneKey;
  const hex = keys.map((key) => Buffer.from(key).toString("hex")).join(",");
  const rows = rowsOf<{ place: string | number; member: number }>(
    await db.execute(sql`
      select place, min(${memberIdentity.member}) as member
      from unnest(string_to_array(${hex}, ',')) with ordinality as given (key, place)
      join ${memberIdentity} on ${column} = decode(given.key, 'hex')
      group by place`),
  );
  const found: (number | null)[] = keys.map(() => null);
  for (const { place, member } of rows) found[Number(place) - 1] = member;
  return found;
}
