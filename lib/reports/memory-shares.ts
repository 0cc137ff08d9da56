import type { ReportShare, ReportShareStore } from "./store";

/** Share links in memory: the store of unit tests, held to the same contract as the database. */
export function memoryReportShareStore(): ReportShareStore {
  const rows = new Map<string, ReportShare>();
  const change = (id: string, over: Partial<ReportShare>) => {
    const row = rows.get(id);
    if (row) rows.set(id, { ...row, ...over });
  };
  return {
    insert: async (share) => {
      rows.set(share.id, structuredClone(share));
    },
    list: async (agencyId, clientId) =>
      [...rows.values()]
        .filter((row) => row.agencyId === agencyId && row.clientId === clientId)
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
        .map((row) => structuredClone(row)),
    getByTokenHash: async (tokenHash) =>
      structuredClone([...rows.values()].find((row) => row.tokenHash === tokenHash) ?? null),
    revoke: async (agencyId, id, at) => {
      const row = rows.get(id);
      if (!row || row.agencyId !== agencyId) return false;
      if (!row.revokedAt) change(id, { revokedAt: at });
      return true;
    },
    countView: async (id) => {
      const row = rows.get(id);
      if (row) change(id, { views: row.views + 1 });
    },
  };
}
