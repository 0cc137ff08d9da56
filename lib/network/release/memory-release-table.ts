import { windowStart } from "./budget";
import {
  answerName,
  type Payer,
  type PricedRow,
  type ReleaseRow,
  type ReleaseTable,
} from "./release-table";

interface Paid {
  readonly use: Payer["use"];
  readonly cost: number;
  readonly at: Date;
}

const dayOf = (at: Date): number => Math.floor(at.getTime() / 86_400_000);

/** Released answers in memory: for tests and tools. */
export function memoryReleaseTable(): ReleaseTable {
  const rows = new Map<string, ReleaseRow>();
  const charges = new Set<string>();
  const paidBy = new Map<string, Paid[]>();
  /** Questions that were answered for the first time, by day. */
  const fresh = new Map<number, number>();
  const chargeName = (workspaceId: string, row: ReleaseRow) =>
    JSON.stringify([workspaceId, answerName(row)]);

  const spent = (workspaceId: string, since: Date) => {
    const sum = { questions: 0, reports: 0 };
    for (const { use, cost, at } of paidBy.get(workspaceId) ?? []) {
      if (at > since) sum[use === "question" ? "questions" : "reports"] += cost;
    }
    return sum;
  };

  const overflows = (payer: Payer, most: number) =>
    payer.windows.some(({ days, questions, total }) => {
      const before = spent(payer.workspaceId, windowStart(payer.at, days));
      const asked = before.questions + (payer.use === "question" ? most : 0);
      return asked > questions || before.questions + before.reports + most > total;
    });

  const isCapped = (more: number, { cap, at }: Payer): boolean => {
    if (!cap || more === 0) return false;
    const before = [...fresh].reduce(
      (sum, [day, count]) => sum + (day > dayOf(at) - cap.days ? count : 0),
      0,
    );
    return before + more > cap.questions;
  };

  const refusal = (more: number, most: number, payer: Payer) => {
    if (most > 0 && overflows(payer, most)) return "spent";
    return isCapped(more, payer) ? "capped" : null;
  };

  return {
    async find(workspaceId, epoch, kind, keys) {
      return keys.flatMap((key) => {
        const row = rows.get(answerName({ epoch, kind, key }));
        return row ? [{ row, paid: charges.has(chargeName(workspaceId, row)) }] : [];
      });
    },

    async record(priced: readonly PricedRow[], payer) {
      const due = priced.filter(({ row }) => !charges.has(chargeName(payer.workspaceId, row)));
      const most = due.reduce((sum, entry) => sum + entry.most, 0);
      const more = due.filter(({ row }) => !rows.has(answerName(row))).length;
      const refused = refusal(more, most, payer);
      if (refused) return refused;
      if (payer.cap) fresh.set(dayOf(payer.at), (fresh.get(dayOf(payer.at)) ?? 0) + more);
      for (const entry of due) {
        const { workspaceId, use, at } = payer;
        charges.add(chargeName(workspaceId, entry.row));
        const paid = paidBy.get(workspaceId) ?? [];
        paidBy.set(workspaceId, paid);
        paid.push({ use, cost: entry.cost, at });
      }
      return priced.map(({ row }) => {
        const there = rows.get(answerName(row)) ?? row;
        rows.set(answerName(row), there);
        return there;
      });
    },

    refusal: async (more, most, payer) => refusal(more, most, payer),

    async latest(workspaceId, kind, keys, before) {
      return keys.flatMap((key) => {
        const own = [...rows.values()].filter(
          (row) =>
            row.kind === kind &&
            row.key === key &&
            (before === undefined || row.epoch < before) &&
            charges.has(chargeName(workspaceId, row)),
        );
        return own.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 1);
      });
    },

    spent: async (workspaceId, since) => spent(workspaceId, since),
  };
}
