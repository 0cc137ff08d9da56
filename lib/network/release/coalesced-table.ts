import { answerName, type Payer, type PricedRow, type ReleaseTable } from "./release-table";

type Found = Awaited<ReturnType<ReleaseTable["find"]>>;
type Written = Awaited<ReturnType<ReleaseTable["record"]>>;

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** Answers of one panel arrive within a few milliseconds of each other; longer waiting would be felt. */
const gatherMs = 5;

/**
 * The same table with fewer round trips: what one workspace looks up at the same moment is one query, and what it writes within a few
 * milliseconds is one transaction. Nothing else changes: when a budget refuses the whole, each is tried by itself, in order.
 */
export function coalescedTable(table: ReleaseTable): ReleaseTable {
  const lookUp = inGroups<readonly string[], Found>(0, async (name, asks) => {
    const [workspaceId = "", epoch = "", kind = ""] = JSON.parse(name) as string[];
    const found = await table.find(workspaceId, epoch, kind, [...new Set(asks.flat())]);
    const byKey = new Map(found.map((one) => [one.row.key, one]));
    return asks.map((keys) => keys.flatMap((key) => byKey.get(key) ?? []));
  });

  const write = inGroups<{ rows: readonly PricedRow[]; payer: Payer }, Written>(
    gatherMs,
    async (_, asks) => {
      const [first] = asks;
      if (!first) return [];
      if (asks.length === 1) return [await table.record(first.rows, first.payer)];
      const written = await table.record(distinct(asks.flatMap(({ rows }) => rows)), first.payer);
      if (typeof written === "string") return oneByOne(table, asks);
      const byName = new Map(written.map((row) => [answerName(row), row]));
      return asks.map(({ rows }) => rows.map(({ row }) => byName.get(answerName(row)) ?? row));
    },
  );

  return {
    ...table,
    find: (workspaceId, epoch, kind, keys) =>
      lookUp(JSON.stringify([workspaceId, epoch, kind]), keys),
    record: (rows, payer) => {
      const { workspaceId, use, windows, cap } = payer;
      return write(JSON.stringify([workspaceId, use, windows, cap ?? null]), { rows, payer });
    },
  };
}

async function oneByOne(
  table: ReleaseTable,
  asks: readonly { readonly rows: readonly PricedRow[]; readonly payer: Payer }[],
): Promise<Written[]> {
  const answers: Written[] = [];
  for (const { rows, payer } of asks) answers.push(await table.record(rows, payer));
  return answers;
}

function distinct(rows: readonly PricedRow[]): readonly PricedRow[] {
  const first = new Map<string, PricedRow>();
  for (const one of rows) {
    const name = answerName(one.row);
    if (!first.has(name)) first.set(name, one);
  }
  return [...first.values()];
}

/** Gathers asks of one name until the time is over and the group before it is answered, then answers them together. */
function inGroups<Ask, Answer>(
  waitMs: number,
  answer: (name: string, asks: readonly Ask[]) => Promise<readonly Answer[]>,
): (name: string, ask: Ask) => Promise<Answer> {
  const groups = new Map<string, Waiting<Ask, Answer>[]>();
  const running = new Map<string, Promise<void>>();

  async function run(name: string): Promise<void> {
    await new Promise<void>((resolve) =>
      waitMs > 0 ? setTimeout(resolve, waitMs) : setImmediate(resolve),
    );
    const group = groups.get(name) ?? [];
    groups.delete(name);
    try {
      const answers = await answer(
        name,
        group.map(({ ask }) => ask),
      );
      group.forEach(({ resolve, reject }, i) => {
        const own = answers[i];
        if (own === undefined) reject(new Error("A group was answered in part."));
        else resolve(own);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  function start(name: string): void {
    const done = run(name).then(() => {
      running.delete(name);
      if (groups.has(name)) start(name);
    });
    running.set(name, done);
  }

  return (name, ask) =>
    new Promise((resolve, reject) => {
      const group = groups.get(name) ?? [];
      groups.set(name, group);
      group.push({ ask, resolve, reject });
      if (!running.has(name)) start(name);
    });
}
