import { eq, max, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { ledgerEntry } from "../db/schema/ledger";
import { consentLedger, memberIdentity, memberImport, memberPack } from "../db/schema/members";
import { company, memberEvent, setting, settledDay } from "../db/schema/network";
import { noteImported } from "../population-facts";
import { StartRefusal } from "../start-refusal";
import { type ChunkRows, keyBytes } from "./read-chunk";

/** How far one file has come. */
export type ImportState = typeof memberImport.$inferSelect;

/** What the next chunk begins with. */
export interface NextNumbers {
  readonly member: number;
  readonly leaf: number;
}

/** Where an import stands in the database, and how it gets on. */
export interface ImportStore {
  find(id: string): Promise<ImportState | null>;
  begin(state: ImportState): Promise<void>;
  nextNumbers(): Promise<NextNumbers>;
  /** Those of the ids that stand already. */
  listKnown(ids: readonly string[]): Promise<readonly string[]>;
  /** A chunk's members, their ledger leaves and how far the file has come: all of it or nothing. */
  commit(rows: ChunkRows, next: NextNumbers, state: ImportState): Promise<void>;
  finish(id: string, at: Date): Promise<void>;
}

export function importStore(db: Database): ImportStore {
  return {
    async find(id) {
      const [row] = await db.select().from(memberImport).where(eq(memberImport.id, id));
      return row ?? null;
    },
    async begin(state) {
      await db.insert(memberImport).values(state);
    },
    nextNumbers: () => nextNumbers(db),
    async listKnown(ids) {
      if (ids.length === 0) return [];
      const rows = await db
        .select({ id: memberIdentity.externalId })
        .from(memberIdentity)
        .where(sql`${memberIdentity.externalId} = any(${asArray(ids)})`);
      return rows.map(({ id }) => id);
    },
    commit: (rows, next, state) =>
      db.transaction(async (tx) => {
        if (rows.members > 0) {
          await insertMembers(tx, rows, next);
          await noteImported(tx, next.member + rows.members, state.day);
        }
        if (rows.leaves > 0) {
          await tx.insert(consentLedger).values({
            firstLeaf: next.leaf,
            leaves: rows.leaves,
            firstMember: next.member,
            enteredAt: new Date(),
            packed: asBytes(rows.consents),
          });
        }
        const { id, ...progress } = state;
        await tx.update(memberImport).set(progress).where(eq(memberImport.id, id));
      }),
    async finish(id, at) {
      await db.update(memberImport).set({ finishedAt: at }).where(eq(memberImport.id, id));
    },
  };
}

/** Ids hold no line ends, so one text carries thousands of them as one parameter on both databases. */
const asArray = (ids: readonly string[]) => sql`string_to_array(${ids.join("\n")}, E'\\n')`;

async function insertMembers(
  tx: Database,
  rows: ChunkRows,
  { member }: NextNumbers,
): Promise<void> {
  await tx
    .insert(memberPack)
    .values({ firstMember: member, members: rows.members, packed: asBytes(rows.packed) });
  const key = (keys: Uint8Array) =>
    sql`nullif(substring(${asBytes(keys)} from ((place - 1) * ${sql.raw(String(keyBytes))} + 1)::int for ${sql.raw(String(keyBytes))}), ${noKey})`;
  await tx.execute(sql`
    insert into ${memberIdentity} (member, external_id, email_key, phone_key)
    select ${member}::int + place::int - 1, id, ${key(rows.emailKeys)}, ${key(rows.phoneKeys)}
    from unnest(${asArray(rows.ids)}) with ordinality as given (id, place)`);
}

/** The embedded database's driver writes bytes digit by digit; Node's own base64 takes a tenth of the time. */
const asBytes = (bytes: Uint8Array) =>
  sql<Uint8Array>`decode(${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")}, 'base64')`;
const noKey = sql.raw(`'\\x${"00".repeat(keyBytes)}'::bytea`);

/** Numbers go on after the highest ever given, to imported members or to people who joined since. */
async function nextNumbers(db: Database): Promise<NextNumbers> {
  const [packs] = await db
    .select({ end: max(sql<number>`${memberPack.firstMember} + ${memberPack.members}`) })
    .from(memberPack);
  const [events] = await db.select({ last: max(memberEvent.member) }).from(memberEvent);
  const [ledger] = await db
    .select({ end: max(sql<number>`${consentLedger.firstLeaf} + ${consentLedger.leaves}`) })
    .from(consentLedger);
  const member = Math.max(Number(packs?.end ?? 0), (events?.last ?? -1) + 1);
  return { member, leaf: Number(ledger?.end ?? 0) };
}

const importTables = [memberPack, memberIdentity, consentLedger, memberImport];

/**
 * Takes every imported member away, so that numbers begin at 0 again. The ledger keeps its leaves; the keys to them go.
 * @throws StartRefusal when something stands that speaks of members by their numbers.
 */
export async function removeImported(db: Database): Promise<void> {
  for (const table of [settledDay, memberEvent, ledgerEntry]) {
    const [row] = await db.select({ one: sql`1` }).from(table).limit(1);
    if (!row) continue;
    throw new StartRefusal(
      "Members of this network have acted or were shown ads: replacing them would make what is written about them speak of other people. Set NOD_DATA to a new folder (or DATABASE_URL to an empty database) and import there.",
    );
  }
  await db.transaction(async (tx) => {
    for (const table of importTables) await tx.delete(table);
    await tx.delete(setting).where(eq(setting.key, "population"));
    await tx.execute(
      sql`delete from ${company} where id not in (select company_id from client_company)`,
    );
  });
}
