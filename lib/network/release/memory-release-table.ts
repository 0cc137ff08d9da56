import { windowStart } from "./budget";
import type { Payer, PricedRow, ReleaseRow, ReleaseTable } from "./release-table";

interface Paid {
  readonly workspaceId: string;
  readonly use: Payer["use"];
  readonly cost: number;
  readonly at: Date;
}

/** Released answers in memory: for tests and tools. */
export function memoryReleaseTable(): ReleaseTable {
  const rows = new Map<string, ReleaseRow>();
  const charges = new Map<string, Paid>();
  const rowName = ({ epoch, kind, key }: Omit<ReleaseRow, "values" | "at">) =>
    JSON.stringify([epoch, kind, key]);
  const chargeName = (workspaceId: string, row: ReleaseRow) =>
    JSON.stringify([workspaceId, rowName(row)]);

  const spent = (workspaceId: string, since: Date) => {
    const mine = [...charges.values()].filter(
      (paid) => paid.workspaceId === workspaceId && paid.at > since,
    );
    const sum = (use: Payer["use"]) =>
      mine.reduce((total, paid) => total + (paid.use === use ? paid.cost : 0), 0);
    return { questions: sum("question"), reports: sum("report") };
  };

  const overflows = (payer: Payer, cost: number) =>
    payer.windows.some(({ days, questions, total }) => {
      const before = spent(payer.workspaceId, windowStart(payer.at, days));
      const asked = before.questions + (payer.use === "question" ? cost : 0);
      return asked > questions || before.questions + before.reports + cost > total;
    });

  return {
    async find(workspaceId, epoch, kind, keys) {
      return keys.flatMap((key) => {
        const row = rows.get(rowName({ epoch, kind, key }));
        return row ? [{ row, paid: charges.has(chargeName(workspaceId, row)) }] : [];
      });
    },

    async record(priced: readonly PricedRow[], payer) {
      const due = priced.filter(({ row }) => !charges.has(chargeName(payer.workspaceId, row)));
      const cost = due.reduce((sum, entry) => sum + entry.cost, 0);
      if (cost > 0 && overflows(payer, cost)) return null;
      for (const entry of due) {
        const { workspaceId, use, at } = payer;
        charges.set(chargeName(workspaceId, entry.row), { workspaceId, use, cost: entry.cost, at });
      }
      return priced.map(({ row }) => {
        const there = rows.get(rowName(row)) ?? row;
        rows.set(rowName(row), there);
        return there;
      });
    },

    spent: async (workspaceId, since) => spent(workspaceId, since),
  };
}
