import { creditUnits } from "@/lib/network/release/ladder";
import { memoryReleaseTable } from "@/lib/network/release/memory-release-table";
import type { ReleaseTable } from "@/lib/network/release/release-table";

export interface Spending {
  readonly table: ReleaseTable;
  /** What is asked from now on is written under this name. */
  doing(activity: string): void;
  /** Notes that the budget refused something. */
  refused(): void;
  refusals(): number;
  /** Credits by activity and kind of question, the largest first. */
  lines(): readonly { readonly name: string; readonly answers: number; readonly credits: number }[];
}

/** A release table that remembers what its charges were for. */
export function spendingTable(workspaceId: string): Spending {
  const table = memoryReleaseTable();
  const lines = new Map<string, { answers: number; credits: number }>();
  const paid = new Set<string>();
  let activity = "";
  let refusals = 0;

  return {
    table: {
      ...table,
      record: async (rows, payer) => {
        const answers = await table.record(rows, payer);
        if (typeof answers !== "string" && payer.workspaceId === workspaceId) {
          for (const { row, cost } of rows) {
            const name = JSON.stringify([row.epoch, row.kind, row.key]);
            if (paid.has(name)) continue;
            paid.add(name);
            const kind = row.kind.split("/")[0] ?? "";
            const line = lines.get(`${activity}: ${kind}`) ?? { answers: 0, credits: 0 };
            line.answers += 1;
            line.credits += cost / creditUnits;
            lines.set(`${activity}: ${kind}`, line);
          }
        }
        return answers;
      },
    },
    doing(next) {
      activity = next;
    },
    refused() {
      refusals += 1;
    },
    refusals: () => refusals,
    lines: () =>
      [...lines].map(([name, line]) => ({ name, ...line })).sort((a, b) => b.credits - a.credits),
  };
}
