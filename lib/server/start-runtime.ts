import "server-only";
import { resumeLaunches } from "@/lib/campaigns/resume-launches";
import { ledgerSigner } from "@/lib/network/consent/ledger/signing-key";
import { createNetworkClock } from "@/lib/network/delivery/network-clock";
import { yearOfDay } from "@/lib/network/population/age-band";
import { overviewPayer } from "@/lib/network/release/overview";
import { ageRegularly } from "./age-regularly";
import { holdMembers } from "./db/members-lock";
import { openDatabase } from "./db/open";
import { keepDemoToken } from "./demo/demo-token";
import { seedOnce } from "./demo/seed-once";
import { demoRate } from "./demo-rate";
import { openEngine } from "./engines/open-engine";
import { getEnv } from "./env";
import { notedClock, settleEpochSalt } from "./epoch-salt";
import { eraseRegularly } from "./erasure/erase-regularly";
import { openJournal } from "./erasure/journal";
import { memberEraser } from "./erasure/member-eraser";
import { keepIdentityIndexes } from "./import/identity-indexes";
import { keepPepper } from "./import/keep-pepper";
import { keepCompanies, listCompanyIds } from "./keep-companies";
import { keepOverview } from "./keep-overview";
import { enterImported } from "./ledger/enter-imported";
import { publishRegularly } from "./ledger/publish-regularly";
import { openLists } from "./lists/open-lists";
import { log } from "./log";
import { openNetwork } from "./open-network";
import { dayNumber, refreshDemo, settlePopulation } from "./population-facts";
import { purgeRegularly } from "./purge-regularly";
import type { Progress, Runtime } from "./runtime";
import { resolveSecrets } from "./secrets";
import { settleRegularly } from "./settle-regularly";
import { runKeyOrder } from "./signals/key-orders";
import { takeOrders } from "./signals/order-folder";
import { audienceStore } from "./store/audiences";
import { campaignStore } from "./store/campaigns";
import { journaledTable } from "./store/journaled-table";
import { networkClockStore } from "./store/network-clock";
import { overviewBeside } from "./store/overview-beside";
import { rememberReads } from "./store/read-memory";
import { releaseTable } from "./store/released";
import { reportShareStore } from "./store/report-shares";
import { settledDayStore } from "./store/settled-days";
import { workspaceStores } from "./store/workspace-stores";

/** Opens everything in order; whatever was opened before a failure is closed again. */
export async function startRuntime(say: (progress: Progress) => void): Promise<Runtime> {
  const env = getEnv();
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    say({ step: "database", share: 0, message: "Opening the database" });
    const database = await openDatabase(env, (err) =>
      log.error({ err }, "The database answered with an error."),
    );
    closers.push(database.close);
    const { db } = database;
    if (database.kind === "embedded") rememberReads(db);
    const secrets = await resolveSecrets(env, database);
    closers.push(await holdMembers(env.databaseUrl, "server"));
    await refreshDemo(db, env, new Date());
    const facts = await settlePopulation(db, env);
    if (facts.imported) {
      await keepPepper(db, secrets.pepper);
      // An import does both itself: these are left by one that was stopped.
      await keepIdentityIndexes(db);
      await enterImported(db);
    }
    closers.push(publishRegularly(db, ledgerSigner(secrets.ledgerKey)));
    const year = yearOfDay(dayNumber(new Date()));
    const clockStore = notedClock(networkClockStore(db), env.dataDir);
    const epochSalt = await settleEpochSalt(db, clockStore, env.dataDir);

    const journal = await openJournal(env.dataDir, secrets.pepper);
    closers.push(journal.close);
    const engine = await openEngine(
      env,
      db,
      facts,
      (share) => say({ step: "members", share, message: "Getting the members ready" }),
      undefined,
      journal.note,
    );
    closers.push(() => engine.close());
    if (facts.imported) closers.push(ageRegularly(db, engine, year));

    const clock = await createNetworkClock({
      ...clockStore,
      rate: env.mode !== "live" && !facts.imported ? demoRate : 1,
      wallNow: () => new Date(),
      settable: env.mode === "test",
    });
    closers.push(() => clock.close());

    const settledDays = settledDayStore(db);
    const overview = keepOverview({
      engine,
      table: overviewBeside(releaseTable(db), {
        dataDir: env.dataDir,
        pepper: secrets.pepper,
        people: facts.imported ? "imported" : `made of seed ${facts.seed}`,
        payer: () => overviewPayer(clock.now()),
      }),
      releaseKey: secrets.releaseKey,
      epochSalt,
      networkNow: () => clock.now(),
    });
    closers.push(() => overview.close());
    const parts = {
      ...{ env, db, secrets, engine, settledDays, epochSalt },
      table: journaledTable(releaseTable(db), journal.noteEntries),
      lists: openLists({
        ...{ db, engine, pepper: secrets.pepper },
        facts: async () => facts,
        now: () => new Date(),
        onBug: (error) => log.error({ err: error }, "An upload of customers met a bug."),
      }),
      overview: overview.current,
      companies: facts.imported ? await listCompanyIds(db) : null,
    };
    const network = openNetwork(parts, clock);
    const workspaces = workspaceStores(db);
    const stores = {
      workspace: workspaces.clients,
      audiences: audienceStore(db),
      campaigns: campaignStore(db),
      reportShares: reportShareStore(db),
    };
    const isSynthetic = facts.members > 0 && !facts.imported;
    if (isSynthetic) await keepCompanies(db);
    if (env.mode !== "live" && isSynthetic) {
      say({ step: "demo", share: 0, message: "Preparing the demo agency" });
      await seedOnce({
        ...stores,
        db,
        stores: workspaces,
        networkNow: clock.now(),
        delivery: network.delivery,
        networkAt: (at) => openNetwork(parts, { now: () => at, rate: 1 }),
        onProgress: (share) => say({ step: "demo", share, message: "Preparing the demo agency" }),
      });
      await keepDemoToken(db, env.demoToken);
    }
    for (const { outcome } of await resumeLaunches({
      ...stores,
      adApiFor: network.adApiFor,
      now: () => new Date(),
    })) {
      log.info({ outcome }, "A launch that was under way was carried on.");
    }
    closers.push(settleRegularly(network.delivery, clock));
    closers.push(purgeRegularly(db, () => clock.now()));
    const erasing = { db, engine, facts, eraseReached: network.delivery.erase };
    closers.push(eraseRegularly({ ...erasing, now: () => new Date() }));
    const eraser = memberEraser({ engine, journal, pepper: secrets.pepper });
    closers.push(
      takeOrders(
        env.dataDir,
        (order) => runKeyOrder(db, secrets.pepper, order, new Date()),
        (err) => log.error({ err }, "An order about signing keys failed."),
      ),
    );
    say({ step: "ready", share: 1, message: "Ready" });
    const members = facts.imported ? null : facts.members;
    const opened = { env, secrets, db, engine, members, eraser, clock, settledDays };
    return { ...opened, ...network, ...stores, close };
  } catch (error) {
    say({ step: "failed", share: 0, message: "Nod could not start" });
    await close();
    throw error;
  }
}
