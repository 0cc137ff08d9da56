import type { AdApiDeps } from "./deps";
import type { InsightAsk } from "./insight-ask";
import { type Slice, summaryOf, type TableRow, tableOf } from "./insight-table";
import { isExpired, isOver, type RunData, runData } from "./report-run";
import type { Scope } from "./scope";
import { createShelf } from "./shelf";
import { sortRows } from "./sort-rows";
import type { AdAccount, AdObject } from "./store";

/** Campaigns asked about at once. */
const campaignsASlice = 10;

interface Desk {
  readonly making: Map<number, Promise<void>>;
  /** Reports are made one after the other. */
  last: Promise<void>;
}

const desks = new WeakMap<AdApiDeps, Desk>();

/**
 * Makes a run's report in the background; the promise is for tests, and never rejects. A run that is being made already, or is over, is left
 * alone. One that a server left unfinished begins again when somebody asks about it: all that it asks of delivery is settled.
 */
export function makeReport(scope: Scope, account: AdAccount, run: AdObject): Promise<void> {
  const { deps } = scope;
  const desk = desks.get(deps) ?? { making: new Map(), last: Promise.resolve() };
  desks.set(deps, desk);
  const known = desk.making.get(run.id);
  if (known) return known;
  if (isOver(run) || isExpired(run, deps.clock.now())) return Promise.resolve();
  const own = { ...scope, shelf: createShelf(deps.objects, deps.accounts) };
  const made = desk.last
    .then(() => make(own, account, run))
    .finally(() => desk.making.delete(run.id));
  desk.making.set(run.id, made);
  desk.last = made;
  return made;
}

async function make(scope: Scope, account: AdAccount, run: AdObject): Promise<void> {
  const { deps } = scope;
  const note = (data: Partial<RunData>) =>
    deps.objects.update(run.id, { data: { ...data }, at: deps.clock.now() });
  try {
    await note({ async_status: "Job Started", async_percent_completion: 0 });
    const { ask } = runData(run);
    const slices = await slicesOf(scope, account, ask);
    const rows: TableRow[] = [];
    for (const [index, slice] of slices.entries()) {
      rows.push(...(await tableOf(scope, account, ask, slice)));
      const percent = Math.floor((100 * (index + 1)) / (slices.length + 1));
      await note({ async_status: "Job Running", async_percent_completion: percent });
    }
    const summary = ask.summary && (await summaryOf(scope, account, ask, ask.summary));
    await note({
      async_status: "Job Completed",
      async_percent_completion: 100,
      time_completed: deps.clock.now().toISOString(),
      rows: sortRows(rows, ask.sort).map(({ key, data }) => ({ key, data })),
      ...(summary && { summary }),
    });
    await dropExpired(scope, account);
  } catch (error) {
    deps.onBug(error, `report run ${run.id}`);
    await note({ async_status: "Job Failed" }).catch(() => undefined);
  }
}

/** Below the account campaign by campaign, so that a long report moves on visibly and others get a turn. */
async function slicesOf(
  { deps }: Scope,
  account: AdAccount,
  { ranges, level, filters }: InsightAsk,
): Promise<readonly Slice[]> {
  if (level === "account") return ranges.map((range) => ({ range }));
  const campaigns = await deps.objects.list({ kind: "campaign", accountIds: [account.id] });
  const within = filters.of.campaignIds;
  const ids = campaigns.map(({ id }) => id).filter((id) => !within || within.includes(id));
  return ranges.flatMap((range) =>
    Array.from({ length: Math.ceil(ids.length / campaignsASlice) }, (_, index) => ({
      range,
      campaignIds: ids.slice(index * campaignsASlice, (index + 1) * campaignsASlice),
    })),
  );
}

/** The rows of reports that nobody can read any more go when the next one is made. */
async function dropExpired({ deps }: Scope, account: AdAccount): Promise<void> {
  const now = deps.clock.now();
  const runs = await deps.objects.list({ kind: "reportrun", accountIds: [account.id] });
  for (const run of runs) {
    if (!isExpired(run, now) || run.status === "DELETED") continue;
    const change = { status: "DELETED", data: { rows: null, ask: null, summary: null } } as const;
    await deps.objects.update(run.id, { ...change, at: now });
  }
}
