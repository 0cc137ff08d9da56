import type { NetworkClock } from "@/lib/network/delivery/clock";
import type { Delivery } from "@/lib/network/delivery/delivery";
import type { Overview } from "@/lib/network/release/overview";
import type { Release } from "@/lib/network/release/release";
import type { Catalogue } from "./catalogue";
import type { CustomerAudiences } from "./custom-audience-ref";
import type { ActivityStore, AdAccountStore, AdObjectStore, AdTokenStore } from "./store";
import type { ThrottleLimits } from "./throttle-limits";

/** Everything the ad API stands on. */
export interface AdApiDeps {
  readonly objects: AdObjectStore;
  /** What `objects` wrote into the log. */
  readonly activities: ActivityStore;
  readonly accounts: AdAccountStore;
  readonly tokens: AdTokenStore;
  /** The workspace behind a token that this process made for its own dashboard; null: not one of those. */
  readonly internalTokens: { lookup(token: string): string | null };
  readonly release: Release;
  /** The month's released overview of the network; null until it is there. */
  readonly overview: () => Overview | null;
  readonly delivery: Delivery;
  readonly clock: NetworkClock;
  /** Members were imported, and brought consents along under notices of the operator's. */
  readonly imported?: boolean;
  /** The wall clock: tokens and throttling live by it. */
  readonly wallNow: () => Date;
  readonly catalogue: Catalogue;
  /** Customer lists and what is released of them. */
  readonly customers: CustomerAudiences;
  readonly newId: () => number;
  /** How often may be asked. */
  readonly limits: ThrottleLimits;
  /** CPU time that the process has used, in milliseconds. */
  readonly cpuMs: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** Bugs end up here, never on the wire. */
  readonly onBug: (error: unknown, traceId: string) => void;
  /** Honour X-Mock-Fault; only in test mode. */
  readonly faults: boolean;
}
