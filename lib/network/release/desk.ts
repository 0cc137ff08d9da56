import type { ReachEngine } from "@/lib/network/reach/engine";
import { ok, type Result } from "@/lib/result";
import { settledEpoch } from "./epoch";
import type { Noise } from "./noise";
import { type BudgetSpent, budgetSpent, networkBudgetSpent } from "./refusals";
import type { Asker } from "./release";
import type {
  BudgetWindow,
  Payer,
  PricedRow,
  QuestionCap,
  ReleaseRow,
  ReleaseTable,
  Use,
} from "./release-table";

/** Where questions are answered from the table, or computed, paid and stored. */
export interface Desk {
  readonly engine: ReachEngine;
  readonly noise: Noise;
  /** Every country an audience may name; breakdowns of an open audience have a cell for each, also for empty ones. */
  readonly countries: readonly string[];
  epoch(): string;
  /** The epoch of the noise in answers that never change: these are kept across a restored backup, but those it forgot are drawn anew. */
  readonly settledNoise: string;
  answer(question: Questions): Promise<Answers>;
  /**
   * As many of the answers as there are or the budget allows, by key, the first keys first; each that it refuses is an older one,
   * or is missing.
   */
  answerSome(question: Questions): Promise<ReadonlyMap<string, ReleaseRow>>;
  /** The newest answers that the workspace has paid for, of epochs that sort before `before` where it is given. Asks nothing. */
  known(
    by: Asker,
    kind: string,
    keys: readonly string[],
    before?: string,
  ): Promise<readonly ReleaseRow[]>;
}

export type Answers = Result<readonly ReleaseRow[], BudgetSpent>;

export interface Questions {
  readonly by: Asker;
  readonly use: Use;
  readonly epoch: string;
  readonly kind: string;
  /** Kinds whose answers may stand in for one that the budget refuses, beside older ones of the same kind. */
  readonly standIns?: readonly string[];
  readonly keys: readonly string[];
  /** Cost of an answer, in ten-thousandths of a credit; also for a workspace that asks what another one asked before. */
  price(values: readonly number[]): number;
  /** The cost of the dearest answer that there could be. */
  readonly most: number;
  /** Noisy values for the keys that have none yet, in order; `stored` are those that have. */
  compute(
    missing: readonly string[],
    stored: ReadonlyMap<string, ReleaseRow>,
  ): Promise<readonly (readonly number[])[]>;
}

export interface DeskParts {
  readonly engine: ReachEngine;
  readonly table: ReleaseTable;
  readonly noise: Noise;
  readonly countries: readonly string[];
  readonly epoch: () => string;
  readonly settledNoise: string;
  readonly wallNow: () => Date;
  /** The network clock, on which budgets run. */
  readonly networkNow: () => Date;
  readonly windows: readonly BudgetWindow[];
  readonly cap: QuestionCap | null;
}

/** So many paid answers are kept at hand. They never change, so they never go stale. */
const mostKept = 50_000;

export function openDesk(parts: DeskParts): Desk {
  const asked = new Map<string, Promise<Answers>>();
  const kept = new Map<string, ReleaseRow>();
  /** Workspaces and uses whose last new question was refused: the next one is checked before anybody is counted, which takes time. */
  const refused = new Set<string>();

  async function lookUp(question: Questions): Promise<Answers> {
    const names = question.keys.map((key) => nameOf(question, key));
    const known = names.flatMap((name) => kept.get(name) ?? []);
    if (known.length === names.length) return ok(known);
    const answers = await readOrPay(question);
    if (kept.size > mostKept) kept.clear();
    for (const row of answers.ok ? answers.value : []) {
      // An older answer stands in for one that the budget refused only until there is budget again.
      if (row.epoch === question.epoch && row.kind === question.kind)
        kept.set(nameOf(question, row.key), row);
    }
    return answers;
  }

  async function readOrPay(question: Questions): Promise<Answers> {
    const { by, epoch, kind, keys } = question;
    const found = await parts.table.find(by.workspaceId, epoch, kind, keys);
    const stored = new Map(found.map(({ row }) => [row.key, row]));
    const paid = new Set(found.filter((answer) => answer.paid).map(({ row }) => row.key));
    const missing = keys.filter((key) => !stored.has(key));
    const unpaid = keys.filter((key) => !paid.has(key)).length;
    if (missing.length > 0 && refused.has(payerName(question))) {
      const most = unpaid * question.most;
      const still = await parts.table.refusal(missing.length, most, payer(question));
      if (still) return olderOr(still, question);
    }
    const values = missing.length > 0 ? await question.compute(missing, stored) : [];
    const at = parts.wallNow().toISOString();
    const fresh = new Map(
      missing.map((key, index) => [key, { epoch, kind, key, values: values[index] ?? [], at }]),
    );
    const rows = keys.flatMap((key) => stored.get(key) ?? fresh.get(key) ?? []);
    const due = rows.filter(({ key }) => !paid.has(key));
    if (due.length === 0) return ok(rows);
    const written = await parts.table.record(due.map(priced(question)), payer(question));
    if (written === "spent" || written === "capped") {
      refused.add(payerName(question));
      return olderOr(written, question);
    }
    refused.delete(payerName(question));
    const answers = new Map(written.map((row) => [row.key, row]));
    return ok(rows.map((row) => answers.get(row.key) ?? row));
  }

  async function olderOr(refusal: "spent" | "capped", question: Questions): Promise<Answers> {
    const older = await olderOf(question, question.keys);
    if (older.length === question.keys.length) return ok(older);
    return refusal === "spent" ? budgetSpent() : networkBudgetSpent();
  }

  const olderOf = ({ by, kind, standIns = [] }: Questions, keys: readonly string[]) =>
    parts.table.latest(by.workspaceId, [kind, ...standIns], keys);

  const payer = ({ by, use, epoch }: Questions): Payer => ({
    workspaceId: by.workspaceId,
    use,
    at: parts.networkNow(),
    windows: parts.windows,
    // What is settled is about whom a workspace's own ads reached; everything else is about an audience, also before a launch.
    cap: epoch === settledEpoch ? null : parts.cap,
  });

  /** How many of so many new answers may still be asked for. */
  async function roomFor(question: Questions, wanted: number): Promise<number> {
    const fits = async (count: number) =>
      (await parts.table.refusal(count, count * question.most, payer(question))) === null;
    if (wanted === 0 || !(await fits(1))) return 0;
    let [room, over] = [1, wanted + 1];
    while (over - room > 1) {
      const middle = Math.floor((room + over) / 2);
      if (await fits(middle)) room = middle;
      else over = middle;
    }
    return room;
  }

  async function answerSome(question: Questions): Promise<ReadonlyMap<string, ReleaseRow>> {
    const whole = await answer(question);
    if (whole.ok) return new Map(whole.value.map((row) => [row.key, row]));
    const rows = await paidRows(question);
    const rest = question.keys.filter((key) => !rows.has(key));
    const more = rest.slice(0, await roomFor(question, rest.length));
    // What is paid comes along, because a new answer must fit to it.
    const keys = [...rows.keys(), ...more];
    const fresh = more.length > 0 ? await answer({ ...question, keys }) : null;
    for (const row of fresh?.ok ? fresh.value : []) rows.set(row.key, row);
    const left = rest.filter((key) => !rows.has(key));
    for (const row of await olderOf(question, left)) rows.set(row.key, row);
    return rows;
  }

  async function paidRows({ by, epoch, kind, keys }: Questions): Promise<Map<string, ReleaseRow>> {
    const found = await parts.table.find(by.workspaceId, epoch, kind, keys);
    return new Map(found.flatMap(({ row, paid }) => (paid ? [[row.key, row] as const] : [])));
  }

  /** The same question asked again while it is being answered waits for that answer. */
  function answer(question: Questions): Promise<Answers> {
    const { by, use, epoch, kind, keys } = question;
    const name = JSON.stringify([by.workspaceId, use, epoch, kind, keys]);
    const waiting = asked.get(name);
    if (waiting) return waiting;
    const answers = lookUp(question).finally(() => asked.delete(name));
    asked.set(name, answers);
    return answers;
  }

  return {
    engine: parts.engine,
    noise: parts.noise,
    countries: parts.countries,
    epoch: parts.epoch,
    settledNoise: parts.settledNoise,
    known: ({ workspaceId }, kind, keys, before) =>
      parts.table.latest(workspaceId, [kind], keys, before),

    answer,
    answerSome,
  };
}

const payerName = ({ by, use }: Questions): string => JSON.stringify([by.workspaceId, use]);

const nameOf = ({ by, epoch, kind }: Questions, key: string): string =>
  JSON.stringify([by.workspaceId, epoch, kind, key]);

const priced =
  ({ price, most }: Questions) =>
  (row: ReleaseRow): PricedRow => ({ row, cost: price(row.values), most });
