import type { ReachEngine } from "@/lib/network/reach/engine";
import { ok, type Result } from "@/lib/result";
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
  /** The newest answers that the workspace has paid for, of epochs that sort before `before` where it is given. Asks nothing. */
  known(
    by: Asker,
    kind: string,
    keys: readonly string[],
    before?: string,
  ): Promise<readonly ReleaseRow[]>;
}

export type Answers = Result<readonly ReleaseRow[], BudgetSpent>;

interface Questions {
  readonly by: Asker;
  readonly use: Payer["use"];
  readonly epoch: string;
  readonly kind: string;
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
  /** Workspaces whose last new question was refused: their next one is checked before anybody is counted, which takes time. */
  const refused = new Set<string>();

  async function lookUp(question: Questions): Promise<Answers> {
    const names = question.keys.map((key) => nameOf(question, key));
    const known = names.flatMap((name) => kept.get(name) ?? []);
    if (known.length === names.length) return ok(known);
    const answers = await readOrPay(question);
    if (kept.size > mostKept) kept.clear();
    for (const row of answers.ok ? answers.value : []) {
      // An older answer stands in for one that the budget refused only until there is budget again.
      if (row.epoch === question.epoch) kept.set(nameOf(question, row.key), row);
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
    if (missing.length > 0 && refused.has(by.workspaceId)) {
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
      refused.add(by.workspaceId);
      return olderOr(written, question);
    }
    if (question.use === "question") refused.delete(by.workspaceId);
    const answers = new Map(written.map((row) => [row.key, row]));
    return ok(rows.map((row) => answers.get(row.key) ?? row));
  }

  async function olderOr(refusal: "spent" | "capped", question: Questions): Promise<Answers> {
    const { by, kind, keys } = question;
    const older = await parts.table.latest(by.workspaceId, kind, keys);
    if (older.length === keys.length) return ok(older);
    return refusal === "spent" ? budgetSpent() : networkBudgetSpent();
  }

  const payer = ({ by, use }: Questions): Payer => ({
    workspaceId: by.workspaceId,
    use,
    at: parts.networkNow(),
    windows: use === "question" ? parts.windows : [],
    cap: use === "question" ? parts.cap : null,
  });

  return {
    engine: parts.engine,
    noise: parts.noise,
    countries: parts.countries,
    epoch: parts.epoch,
    settledNoise: parts.settledNoise,
    known: ({ workspaceId }, kind, keys, before) =>
      parts.table.latest(workspaceId, kind, keys, before),

    /** The same question asked again while it is being answered waits for that answer. */
    answer(question) {
      const { by, epoch, kind, keys } = question;
      const name = JSON.stringify([by.workspaceId, epoch, kind, keys]);
      const waiting = asked.get(name);
      if (waiting) return waiting;
      const answer = lookUp(question).finally(() => asked.delete(name));
      asked.set(name, answer);
      return answer;
    },
  };
}

const nameOf = ({ by, epoch, kind }: Questions, key: string): string =>
  JSON.stringify([by.workspaceId, epoch, kind, key]);

const priced =
  ({ price, most }: Questions) =>
  (row: ReleaseRow): PricedRow => ({ row, cost: price(row.values), most });
