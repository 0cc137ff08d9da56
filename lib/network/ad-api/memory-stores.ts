import type {
  Activity,
  ActivityStore,
  AdAccount,
  AdAccountStore,
  AdObject,
  AdObjectStore,
  AdToken,
  AdTokenStore,
  LoggedActivity,
  StatusChange,
} from "./store";

/** The log that `memoryObjects` writes into. */
export const memoryActivities = (log: readonly LoggedActivity[]): ActivityStore => ({
  list: async (accountId, since, until) =>
    log
      .filter((one) => one.accountId === accountId && one.at >= since && one.at <= until)
      .sort((a, b) => b.at.getTime() - a.at.getTime() || b.seq - a.seq),
});

/** Objects in memory, for tests; JSON travels through text as it would through a database. */
export function memoryObjects(log: LoggedActivity[] = []): AdObjectStore {
  const objects = new Map<number, AdObject>();
  const operations = new Map<string, number>();
  const changes: StatusChange[] = [];
  const kept = (object: AdObject): AdObject => ({
    ...object,
    data: JSON.parse(JSON.stringify(object.data)),
  });
  const note = (activities: readonly Activity[] = []) => {
    for (const one of activities) log.push({ ...one, seq: log.length + 1 });
  };
  const byOperation = (accountId: string, operationId: string): AdObject | null =>
    objects.get(operations.get(`${accountId}/${operationId}`) ?? -1) ?? null;

  return {
    async insertOnce({ operationId, activities, ...object }) {
      const before = operationId === null ? null : byOperation(object.accountId, operationId);
      if (before) return { object: before, made: false };
      if (objects.has(object.id)) throw new Error(`Object ${object.id} is there already.`);
      const made = kept(object);
      objects.set(made.id, made);
      if (operationId !== null) operations.set(`${made.accountId}/${operationId}`, made.id);
      changes.push({ objectId: made.id, status: made.status, at: made.createdTime });
      note(activities);
      return { object: made, made: true };
    },
    getByOperation: async (accountId, operationId) => byOperation(accountId, operationId),
    getMany: async (ids) => [...new Set(ids)].flatMap((id) => objects.get(id) ?? []),
    async list({ kind, accountIds, parentIds, ids }) {
      return [...objects.values()]
        .filter((object) => object.kind === kind)
        .filter(({ accountId }) => !accountIds || accountIds.includes(accountId))
        .filter(({ parentId }) => !parentIds || (parentId !== null && parentIds.includes(parentId)))
        .filter(({ id }) => !ids || ids.includes(id))
        .sort((a, b) => a.id - b.id);
    },
    async update(id, { status, data, at, activities }) {
      const before = objects.get(id);
      if (!before) return null;
      const after = kept({
        ...before,
        status: status ?? before.status,
        data: { ...before.data, ...data },
        updatedTime: at,
      });
      objects.set(id, after);
      note(activities);
      if (after.status !== before.status) changes.push({ objectId: id, status: after.status, at });
      return after;
    },
    listStatusChanges: async (ids) => changes.filter(({ objectId }) => ids.includes(objectId)),
    findImage: async (hash) =>
      [...objects.values()].find(({ kind, data }) => kind === "image" && data.hash === hash) ??
      null,
  };
}

export const memoryAccounts = (accounts: readonly AdAccount[]): AdAccountStore => ({
  get: async (id) => accounts.find((account) => account.id === id) ?? null,
  list: async (workspaceId) =>
    accounts
      .filter((account) => account.workspaceId === workspaceId)
      .sort((a, b) => a.name.localeCompare(b.name)),
});

export const memoryTokens = (tokens: Readonly<Record<string, AdToken>>): AdTokenStore => ({
  getByHash: async (hash) => (Object.hasOwn(tokens, hash) ? (tokens[hash] ?? null) : null),
});
