import { and, asc, desc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import type {
  Activity,
  ActivityStore,
  AdAccountStore,
  AdObject,
  AdObjectStore,
  AdTokenStore,
  ConfiguredStatus,
  ObjectKind,
} from "@/lib/network/ad-api/store";
import type { Database } from "../db/database";
import { adAccount, adActivity, adObject, adToken, statusChange } from "../db/schema/network";
import { memoryOf } from "./read-memory";

type Row = typeof adObject.$inferSelect;

const toObject = ({ operationId: _operation, ...row }: Row): AdObject => ({
  ...row,
  kind: row.kind as ObjectKind,
  status: row.status as ConfiguredStatus,
});

/** The ad API's accounts, tokens and objects in the deployment's database. */
export const adObjectStores = (db: Database) => ({
  objects: adObjects(db),
  activities: adActivities(db),
  accounts: adAccounts(db),
  tokens: adTokens(db),
});

type Writer = Pick<Database, "insert">;

async function note(db: Writer, activities: readonly Activity[] = []): Promise<void> {
  if (activities.length > 0) await db.insert(adActivity).values([...activities]);
}

const topic = "ad objects";

function adObjects(db: Database): AdObjectStore {
  const memory = memoryOf(db);
  const getByOperation = async (accountId: string, operationId: string) => {
    const [row] = await db
      .select()
      .from(adObject)
      .where(and(eq(adObject.accountId, accountId), eq(adObject.operationId, operationId)));
    return row ? toObject(row) : null;
  };

  return {
    getByOperation,

    async insertOnce({ activities, ...written }) {
      const insert = () =>
        db.transaction(async (tx) => {
          const [row] = await tx
            .insert(adObject)
            .values(written)
            .onConflictDoNothing({ target: [adObject.accountId, adObject.operationId] })
            .returning();
          if (!row) return null;
          await tx
            .insert(statusChange)
            .values({ objectId: row.id, status: row.status, at: row.createdTime });
          await note(tx, activities);
          return toObject(row);
        });
      const made = await memory.write(topic, insert);
      if (made) return { object: made, made: true };
      const before = await getByOperation(written.accountId, written.operationId ?? "");
      if (!before) throw new Error(`Object ${written.id} was not written and is not there.`);
      return { object: before, made: false };
    },

    async getMany(ids) {
      if (ids.length === 0) return [];
      return memory.read(topic, ["getMany", ids], async () => {
        const rows = await db
          .select()
          .from(adObject)
          .where(inArray(adObject.id, [...ids]));
        return rows.map(toObject);
      });
    },

    async list({ kind, accountIds, parentIds, ids }) {
      if ([accountIds, parentIds, ids].some((list) => list?.length === 0)) return [];
      return memory.read(topic, ["list", kind, accountIds, parentIds, ids], async () => {
        const rows = await db
          .select()
          .from(adObject)
          .where(
            and(
              eq(adObject.kind, kind),
              accountIds && inArray(adObject.accountId, [...accountIds]),
              parentIds && inArray(adObject.parentId, [...parentIds]),
              ids && inArray(adObject.id, [...ids]),
            ),
          )
          .orderBy(asc(adObject.id));
        return rows.map(toObject);
      });
    },

    update: (id, { status, data, at, activities }) =>
      memory.write(topic, () =>
        db.transaction(async (tx) => {
          const [before] = await tx
            .select()
            .from(adObject)
            .where(eq(adObject.id, id))
            .for("update");
          if (!before) return null;
          const [row] = await tx
            .update(adObject)
            .set({
              updatedTime: at,
              ...(status && { status }),
              ...(data && { data: sql`${adObject.data} || ${JSON.stringify(data)}::jsonb` }),
            })
            .where(eq(adObject.id, id))
            .returning();
          if (status && status !== before.status) {
            await tx.insert(statusChange).values({ objectId: id, status, at });
          }
          await note(tx, activities);
          return row ? toObject(row) : null;
        }),
      ),

    async listStatusChanges(ids) {
      if (ids.length === 0) return [];
      return memory.read(topic, ["listStatusChanges", ids], async () => {
        const rows = await db
          .select()
          .from(statusChange)
          .where(inArray(statusChange.objectId, [...ids]))
          .orderBy(asc(statusChange.at), asc(statusChange.seq));
        return rows.map(({ objectId, status, at }) => ({
          objectId,
          status: status as ConfiguredStatus,
          at,
        }));
      });
    },

    async findImage(hash) {
      const [row] = await db
        .select()
        .from(adObject)
        .where(and(eq(adObject.kind, "image"), eq(sql`${adObject.data} ->> 'hash'`, hash)))
        .limit(1);
      return row ? toObject(row) : null;
    },
  };
}

const adActivities = (db: Database): ActivityStore => ({
  list: (accountId, since, until) =>
    db
      .select()
      .from(adActivity)
      .where(
        and(
          eq(adActivity.accountId, accountId),
          gte(adActivity.at, since),
          lte(adActivity.at, until),
        ),
      )
      .orderBy(desc(adActivity.at), desc(adActivity.seq)),
});

const adAccounts = (db: Database): AdAccountStore => ({
  get: (id) =>
    memoryOf(db).read("ad accounts", ["get", id], async () => {
      const [row] = await db.select().from(adAccount).where(eq(adAccount.id, id));
      return row ?? null;
    }),
  list: (workspaceId) =>
    memoryOf(db).read("ad accounts", ["list", workspaceId], async () =>
      db
        .select()
        .from(adAccount)
        .where(eq(adAccount.workspaceId, workspaceId))
        .orderBy(asc(adAccount.name), asc(adAccount.id)),
    ),
});

const adTokens = (db: Database): AdTokenStore => ({
  getByHash: (tokenHash) =>
    memoryOf(db).read("ad tokens", tokenHash, async () => {
      const [row] = await db
        .select({
          id: adToken.id,
          name: adToken.name,
          workspaceId: adToken.workspaceId,
          accountId: adToken.accountId,
          scope: adToken.scope,
          expiresAt: adToken.expiresAt,
        })
        .from(adToken)
        .where(and(eq(adToken.tokenHash, tokenHash), isNull(adToken.revokedAt)));
      return row ?? null;
    }),
});
