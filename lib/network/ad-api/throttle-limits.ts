/** How much fits into a meter, how long it takes to empty again, and how long it stays shut once it was full. */
export interface Limit {
  readonly most: number;
  readonly windowMs: number;
  readonly shutMs: number;
}

/** What calls are counted as, each with an hour's limit of its own in every account. */
export const useCases = ["ads_management", "ads_insights", "custom_audience"] as const;
export type UseCase = (typeof useCases)[number];

/** One hour of one program: calls, CPU time and elapsed time, both in milliseconds. */
export interface HourLimits {
  readonly calls: number;
  readonly cpuMs: number;
  readonly timeMs: number;
}

export interface ThrottleLimits {
  /** What a call counts on the account's meter. */
  readonly points: { readonly read: number; readonly write: number };
  readonly account: Limit;
  /** Writes to one account within a second. */
  readonly burst: Limit;
  readonly useCase: Readonly<Record<UseCase, HourLimits>>;
  /** All calls of a workspace's programs. */
  readonly app: HourLimits;
  readonly hour: Omit<Limit, "most">;
  /** How many times as much the network's own dashboard may ask; it has meters of its own. */
  readonly dashboardFactor: number;
  /** Accounts and workspaces that are metered at once; the one that was quiet for longest goes first. */
  readonly keptMeters: number;
}

const minute = 60_000;

/** In the order of Meta's standard access: 9,000 points in 5 minutes, a read is 1 and a write 3. */
export const throttleLimits: ThrottleLimits = {
  points: { read: 1, write: 3 },
  account: { most: 9_000, windowMs: 5 * minute, shutMs: 5 * minute },
  burst: { most: 100, windowMs: 1_000, shutMs: 1_000 },
  useCase: {
    ads_management: { calls: 100_000, cpuMs: 30 * minute, timeMs: 240 * minute },
    ads_insights: { calls: 190_000, cpuMs: 30 * minute, timeMs: 240 * minute },
    custom_audience: { calls: 190_000, cpuMs: 30 * minute, timeMs: 240 * minute },
  },
  app: { calls: 400_000, cpuMs: 45 * minute, timeMs: 480 * minute },
  hour: { windowMs: 60 * minute, shutMs: 6 * minute },
  dashboardFactor: 20,
  keptMeters: 10_000,
};

const times = (one: HourLimits, factor: number): HourLimits => ({
  calls: one.calls * factor,
  cpuMs: one.cpuMs * factor,
  timeMs: one.timeMs * factor,
});

/** The same limits, all of them so many times as high. */
export function scaled(limits: ThrottleLimits, factor: number): ThrottleLimits {
  const more = (limit: Limit): Limit => ({ ...limit, most: limit.most * factor });
  const { ads_management, ads_insights, custom_audience } = limits.useCase;
  return {
    ...limits,
    account: more(limits.account),
    burst: more(limits.burst),
    app: times(limits.app, factor),
    useCase: {
      ads_management: times(ads_management, factor),
      ads_insights: times(ads_insights, factor),
      custom_audience: times(custom_audience, factor),
    },
  };
}
