import "server-only";
import { type AdApiClient, createAdApiClient } from "@/lib/ad-api/client";
import { flightSource } from "@/lib/network/ad-api/flights";
import { createAdApi } from "@/lib/network/ad-api/handle";
import { createInternalTokens } from "@/lib/network/ad-api/internal-tokens";
import { networkCatalogue } from "@/lib/network/ad-api/network-catalogue";
import { newObjectId } from "@/lib/network/ad-api/object-ids";
import { scaled, throttleLimits } from "@/lib/network/ad-api/throttle-limits";
import { pauseTooSmall } from "@/lib/network/ad-api/too-small";
import { noteWaiting } from "@/lib/network/ad-api/waiting";
import type { NetworkClock } from "@/lib/network/delivery/clock";
import { createDelivery } from "@/lib/network/delivery/create-delivery";
import type { Delivery } from "@/lib/network/delivery/delivery";
import type { SettledDayStore } from "@/lib/network/delivery/flight";
import type { CustomerLists } from "@/lib/network/lists/customer-lists";
import { countries } from "@/lib/network/population/lists";
import type { ReachEngine } from "@/lib/network/reach/engine";
import { coalescedTable } from "@/lib/network/release/coalesced-table";
import { createRelease } from "@/lib/network/release/create-release";
import { createListRelease } from "@/lib/network/release/list-release";
import type { Overview } from "@/lib/network/release/overview";
import type { ReleaseTable } from "@/lib/network/release/release-table";
import type { Database } from "./db/database";
import type { Env } from "./env";
import { log } from "./log";
import type { Secrets } from "./secrets";
import { adObjectStores } from "./store/ad-objects";

interface Parts {
  readonly env: Env;
  readonly db: Database;
  readonly secrets: Secrets;
  readonly engine: ReachEngine;
  readonly settledDays: SettledDayStore;
  readonly lists: CustomerLists;
  readonly epochSalt: string;
  readonly table: ReleaseTable;
  readonly overview: () => Overview | null;
  /** Companies of imported members; null: those of the synthetic network. */
  readonly companies: ReadonlySet<string> | null;
}

export interface Network {
  readonly delivery: Delivery;
  readonly adApi: (request: Request) => Promise<Response>;
  adApiFor(agencyId: string): AdApiClient;
  /** The agency's own token, which ends with this process: for calls that a person of the agency makes by hand. */
  adTokenFor(agencyId: string): string;
}

/** Asking the system takes most of a millisecond, more than some calls: it is asked twenty times a second at most. */
function cpuMeter(): () => number {
  let asked = Number.NEGATIVE_INFINITY;
  let used = 0;
  return () => {
    const now = performance.now();
    if (now - asked < 50) return used;
    asked = now;
    const { user, system } = process.cpuUsage();
    used = (user + system) / 1000;
    return used;
  };
}

/** The network behind its ad API, living by the given clock. */
export function openNetwork(parts: Parts, clock: NetworkClock): Network {
  const { db, engine, env, settledDays, companies, lists } = parts;
  const answers = {
    engine,
    table: coalescedTable(parts.table),
    key: parts.secrets.releaseKey,
    epochSalt: parts.epochSalt,
    countries: countries.map(({ code }) => code),
    wallNow: () => new Date(),
    networkNow: () => clock.now(),
  };
  const release = createRelease(answers);
  const stores = adObjectStores(db);
  const internalTokens = createInternalTokens();
  const flights = flightSource({ ...stores, lists });
  const delivery = createDelivery({
    ...{ engine, flights, settled: settledDays, release, clock },
    onTooSmall: (adSetId, at) => pauseTooSmall(stores.objects, adSetId, at),
    onWaiting: (adSetId, why, at) => noteWaiting(stores.objects, adSetId, why, at),
  });
  const adApi = createAdApi({
    ...stores,
    catalogue: companies
      ? { ...networkCatalogue, hasCompany: (id) => companies.has(id) }
      : networkCatalogue,
    imported: companies !== null,
    customers: { lists, release: createListRelease(answers) },
    internalTokens,
    limits: scaled(throttleLimits, env.callLimits),
    cpuMs: cpuMeter(),
    release,
    overview: parts.overview,
    delivery,
    clock,
    newId: newObjectId,
    onBug: (error, traceId) => log.error({ err: error, traceId }, "The ad API met a bug."),
    faults: env.mode === "test",
  });
  return {
    delivery,
    adApi,
    adTokenFor: (agencyId) => internalTokens.issue(agencyId),
    adApiFor: (agencyId) =>
      createAdApiClient({
        fetch: (input, init) => adApi(new Request(input, init)),
        baseUrl: `${env.url}/graph/v24.0`,
        token: internalTokens.issue(agencyId),
      }),
  };
}
