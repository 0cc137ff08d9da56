import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import type { Database } from "../db/database";
import { holdMembers } from "../db/members-lock";
import { openDatabase } from "../db/open";
import { setting } from "../db/schema/network";
import type { Env } from "../env";
import { listCompanyIds } from "../keep-companies";
import { dayNumber, readPopulation } from "../population-facts";
import { resolveSecrets } from "../secrets";
import { StartRefusal } from "../start-refusal";
import { suppressionStore } from "../store/suppressions";
import { type ChunkReaders, openReaders } from "./chunk-readers";
import { declareCompanies, openCompanies } from "./declare-companies";
import { enterConsents } from "./enter-consents";
import { dropIdentityIndexes, keepIdentityIndexes } from "./identity-indexes";
import { importMembers } from "./import-members";
import { type ImportState, importStore, removeImported } from "./import-store";
import { keepPepper } from "./keep-pepper";
import { openSource, type Source } from "./open-source";
import { sayProgress } from "./progress";
import { openReport } from "./report-file";
import { summarize } from "./summary";

/** With more, the database would be what is waited for. */
const mostThreads = 4;

const usage =
  "Usage: npm run import -- members.ndjson [--companies FILE] [--report FILE] [--replace], where the file of members may be compressed (.gz) or - for stdin.";

export interface ImportOrder {
  readonly file: string;
  /** The list of companies that members may work with; null: the one that stands. */
  readonly companies: string | null;
  readonly report: string | null;
  readonly replace: boolean;
}

/** @throws StartRefusal for arguments that are not understood. */
export function readOrder(args: readonly string[]): ImportOrder {
  const text = { type: "string" } as const;
  const options = { companies: text, report: text, replace: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new StartRefusal(usage);
    const { companies = null, report = null, replace = false } = values;
    return { file, companies, report, replace };
  } catch (error) {
    if (error instanceof StartRefusal || !(error instanceof Error)) throw error;
    throw new StartRefusal(`${error.message.split(". ")[0]}. ${usage}`);
  }
}

/**
 * `npm run import`: real members instead of synthetic ones, into the deployment's database.
 * @throws StartRefusal beside a running server, for a network of synthetic members, and when the source fails.
 */
export async function runImport(order: ImportOrder, env: Env, readerScript: URL): Promise<void> {
  const declared = order.companies === null ? [] : await openCompanies(order.companies);
  const source = await openSource(order.file, process.stdin);
  const database = await openDatabase(env);
  try {
    const release = await holdMembers(env.databaseUrl, "import");
    try {
      const { pepper } = await resolveSecrets(env, database);
      if (order.replace) await removeImported(database.db);
      await prepareDatabase(database.db, pepper);
      await declareCompanies(database.db, declared);
      await importInto(database.db, { order, env, source, pepper, readerScript });
    } finally {
      await release();
    }
  } finally {
    await database.close();
  }
}

/** Refuses what cannot take imported members. */
async function prepareDatabase(db: Database, pepper: string): Promise<void> {
  const facts = await readPopulation(db);
  if (facts && !facts.imported && facts.members > 0) {
    throw new StartRefusal(
      `This data holds a synthetic network of ${facts.members} members: set NOD_DATA to a new folder (or DATABASE_URL to an empty database), import there, and start with it.`,
    );
  }
  await keepPepper(db, pepper);
  // Answers about the people who stood here before must not be given for these.
  if (!facts?.imported) await db.delete(setting).where(eq(setting.key, "epoch-salt"));
}

interface Work {
  readonly order: ImportOrder;
  readonly env: Env;
  readonly source: Source;
  readonly pepper: string;
  readonly readerScript: URL;
}

/** Members first, then their consents into the ledger, also those that a stopped import left. */
async function importInto(db: Database, work: Work): Promise<void> {
  const threads = Math.min(mostThreads, availableParallelism());
  const readers = openReaders(work.readerScript, threads, await listCompanyIds(db));
  try {
    await dropIdentityIndexes(db);
    const said = await importLines(db, readers, work).finally(() => keepIdentityIndexes(db));
    await enterConsents(db, readers, (share) =>
      console.error(`Entering their consents into the ledger: ${Math.floor(share * 100)} %`),
    );
    for (const line of said) console.log(line);
  } finally {
    await readers.close();
  }
}

/** Answers what to say of it in the end. */
async function importLines(
  db: Database,
  readers: ChunkReaders,
  work: Work,
): Promise<readonly string[]> {
  const { order, env, source, pepper } = work;
  const store = importStore(db);
  const id = source.key ?? `stdin-${randomUUID()}`;
  const known = await store.find(id);
  if (known?.finishedAt) {
    const on = known.finishedAt.toISOString().slice(0, 10);
    return [`${source.name} was imported on ${on}: there is nothing to do.`];
  }
  const from = known ?? newState(id, source.name);
  if (known) console.error(`Going on after line ${from.lines}, where this import was stopped.`);
  else await store.begin(from);
  if (source.key === null)
    console.error(
      "Stopped before its end, stdin is read from its beginning the next time; people who stand already are passed over then.",
    );

  const file = order.report ?? path.join(env.dataDir, "imports", `${id}.ndjson`);
  const report = await openReport(path.resolve(file), from.reportBytes);
  const progress = sayProgress(process.stderr, source, from);
  let state = from;
  const onProgress = (now: ImportState) => {
    state = now;
    progress.on(now);
  };
  try {
    const suppressions = suppressionStore(db);
    const now = () => new Date();
    const ctx = { store, source, readers, report, pepper, suppressions, now, onProgress };
    state = await importMembers(ctx, from);
  } catch (error) {
    progress.end();
    if (!(error instanceof StartRefusal)) throw error;
    throw new StartRefusal(
      `${error.message} ${state.members} members of the ${state.lines} lines before that are imported; import the whole file and they are passed over.`,
    );
  } finally {
    await report.close();
  }
  const seconds = progress.end();
  const network = (await readPopulation(db))?.members ?? 0;
  const run = { lines: state.lines - from.lines, seconds, network };
  return summarize(state, run, report.path);
}

const newState = (id: string, name: string): ImportState => ({
  id,
  name,
  day: dayNumber(new Date()),
  startedAt: new Date(),
  finishedAt: null,
  lines: 0,
  bytes: 0,
  members: 0,
  reasons: {},
  reportBytes: 0,
});
