import "server-only";
import type { AdApiClient } from "@/lib/ad-api/client";
import type { AudienceStore } from "@/lib/audiences/store";
import type { CampaignStore } from "@/lib/campaigns/store";
import type { MemberEraser } from "@/lib/network/consent/delete-everything";
import type { Delivery } from "@/lib/network/delivery/delivery";
import type { SettledDayStore } from "@/lib/network/delivery/flight";
import type { RunningClock } from "@/lib/network/delivery/network-clock";
import type { ReportShareStore } from "@/lib/reports/store";
import type { WorkspaceStore } from "@/lib/workspace/store";
import type { Database } from "./db/database";
import type { RecordingEngine } from "./engines/open-engine";
import type { Env } from "./env";
import type { Secrets } from "./secrets";

/** Everything one process holds: opened once, shared by every page, handler and action. */
export interface Runtime {
  readonly env: Env;
  /** From `resolveSecrets(env, database)`. */
  readonly secrets: Secrets;
  readonly db: Database;
  readonly engine: RecordingEngine;
  /** So many synthetic members were asked for; null: they are real people, whose number only release may say. */
  readonly members: number | null;
  readonly eraser: MemberEraser;
  readonly delivery: Delivery;
  readonly clock: RunningClock;
  readonly settledDays: SettledDayStore;
  readonly workspace: WorkspaceStore;
  readonly audiences: AudienceStore;
  readonly campaigns: CampaignStore;
  readonly reportShares: ReportShareStore;
  /** The mock ad API, mounted at /graph and called in process by the dashboard's client. */
  readonly adApi: (request: Request) => Promise<Response>;
  /** The dashboard's client of the ad API, acting for one workspace. */
  adApiFor(agencyId: string): AdApiClient;
  /** The agency's own token of the ad API, which never leaves the server. */
  adTokenFor(agencyId: string): string;
  close(): Promise<void>;
}

/** How far the start is; answered by /api/health while it is not ready. */
export interface Progress {
  readonly step: "database" | "members" | "demo" | "ready" | "failed";
  /** 0-1 within the step. */
  readonly share: number;
  readonly message: string;
}

interface Holder {
  progress: Progress;
  runtime: Promise<Runtime> | null;
}

// Next bundles instrumentation and routes apart; one holder on globalThis keeps them on one database and one engine.
const place = globalThis as { nodRuntime?: Holder };
place.nodRuntime ??= {
  progress: { step: "database", share: 0, message: "Opening the database" },
  runtime: null,
};
const holder = place.nodRuntime;

export const startProgress = (): Progress => holder.progress;

/** Opens the runtime on the first call; every later call answers the same one. */
export function getRuntime(): Promise<Runtime> {
  holder.runtime ??= import("./start-runtime").then(({ startRuntime }) =>
    startRuntime((progress) => {
      holder.progress = progress;
    }),
  );
  return holder.runtime;
}
