import "server-only";
import type { JournalEntry } from "@/lib/network/consent/journal-entry";
import { creditUnits } from "@/lib/network/release/ladder";
import type { Payer, ReleaseTable } from "@/lib/network/release/release-table";

/** So much is noted ahead: a line is written once a credit, not once a question. A restore may count it though it was not spent. */
const ahead = { units: creditUnits, questions: 50 } as const;

interface Reserved {
  units: number;
  questions: number;
  /** Resolves when it is on the disk. */
  noted: Promise<void>;
}

/**
 * The same table, which notes beside the database what a workspace may be charged before it is: a backup that is put back hears of what
 * was spent since (docs/decisions/032-what-a-restore-remembers.md). A note holds for its day of network time.
 */
export function journaledTable(
  table: ReleaseTable,
  note: (entries: readonly JournalEntry[]) => Promise<void>,
): ReleaseTable {
  const reserved = new Map<string, Reserved>();

  function reserve({ workspaceId, use, at }: Payer, units: number, questions: number) {
    const day = at.toISOString().slice(0, 10);
    const name = JSON.stringify([workspaceId, use]);
    const own = reserved.get(`${day} ${name}`) ?? {
      units: 0,
      questions: 0,
      noted: Promise.resolve(),
    };
    if (own.units < units || own.questions < questions) {
      const more = {
        units: Math.max(ahead.units, units),
        questions: questions > 0 ? Math.max(ahead.questions, questions) : 0,
      };
      own.units += more.units;
      own.questions += more.questions;
      const entry = { kind: "charged" as const, workspace: workspaceId, use, day, ...more };
      own.noted = Promise.all([own.noted, note([entry])]).then(
        () => undefined,
        (error: unknown) => {
          // Nothing of it is on the disk: the next one begins anew, or a full disk would refuse for the rest of the day.
          reserved.delete(`${day} ${name}`);
          throw error;
        },
      );
      if (reserved.size > mostKept) reserved.clear();
      reserved.set(`${day} ${name}`, own);
    }
    own.units -= units;
    own.questions -= questions;
    return own.noted;
  }

  return {
    ...table,
    async record(rows, payer) {
      const units = rows.reduce((sum, { cost }) => sum + cost, 0);
      const questions = payer.cap ? rows.length : 0;
      if (units + questions > 0) await reserve(payer, units, questions);
      return table.record(rows, payer);
    },
  };
}

/** Forgetting a reservation costs a line more. */
const mostKept = 10_000;
