import { windowStart } from "./budget";
import {
  answerName,
  nothingSpent,
  type Payer,
  type PricedRow,
  type ReleaseRow,
  type ReleaseTable,
  type Spent,
  type Use,
  wouldOverflow,
} from "./release-table";

interface Paid {
  readonly use: Use;
  readonly cost: number;
  readonly at: Date;
}

const nameOfUse = { question: "questions", report: "reports", pacing: "pacing" } as const;

const dayOf = (at: Date): number => Math.floor(at.getTime() / 86_400_000);

/** Released answers in memory: for tests and tools. */
export function memoryReleaseTable(): ReleaseTable {
  const rows = new Map<string, ReleaseRow>();
  const charges = new Set<string>();
  const paidBy = new Map<string, Paid[]>();
  /** Questions that were answered for the first time, by day and by whom. */
  const fresh: { readonly day: number; readonly workspaceId: string; readonly count: number }[] =
    [];
  const chargeName = (workspaceId: string, row: ReleaseRow) =>
    JSON.stringify([workspaceId, answerName(row)]);

  const spent = (workspaceId: string, since: Date): Spent => {
    const sum = { ...nothingSpent };
    for (const { use, cost, at } of paidBy.get(workspaceId) ?? []) {
      if (at > since) sum[nameOfUse[use]] += cost;
    }
    return sum;
  };

  const overflows = (payer: Payer, most: number) =>
    payer.windows.some((window) => {
      const before = spent(payer.workspaceId, windowStart(payer.at, window.days));
      return wouldOverflow(payer.use, most, before, window);
    });

  const capRefusal = (more: number, { workspaceId, cap, at }: Payer): "spent" | "capped" | null => {
    if (!cap || more === 0) return null;
    const recent = fresh.filter(({ day }) => day > dayOf(at) - cap.days);
    const own = recent.filter((one) => one.workspaceId === workspaceId);
    const sum = (list: typeof fresh) => list.reduce((total, { count }) => total + count, 0);
    if (sum(own) + more > cap.each) return "spent";
    return sum(recent) + more > cap.questions ? "capped" : null;
  };

  const refusal = (more: number, most: number, payer: Payer) => {
    if (most > 0 && overflows(payer, most)) return "spent";
    return capRefusal(more, payer);
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
      if (payer.cap) {
        fresh.push({ day: dayOf(payer.at), workspaceId: payer.workspaceId, count: more });
      }
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

    async latest(workspaceId, kinds, keys, before) {
      return keys.flatMap((key) => {
        const own = [...rows.values()].filter(
          (row) =>
            kinds.includes(row.kind) &&
            row.key === key &&
            (before === undefined || row.epoch < before) &&
            charges.has(chargeName(workspaceId, row)),
        );
        return own.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 1);
      });
    },

    spent: async (workspaceId, since) => spent(workspaceId, since),
    spentEach: async (workspaceId, starts) => starts.map((since) => spent(workspaceId, since)),
  };
}
