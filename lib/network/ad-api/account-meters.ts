import { createMeter, type Meter } from "./meter";
import { type HourLimits, type ThrottleLimits, type UseCase, useCases } from "./throttle-limits";

/** Calls, CPU time and elapsed time of an hour. */
export interface HourMeters {
  readonly calls: Meter;
  readonly cpu: Meter;
  readonly time: Meter;
}

/** Everything that is metered of one account. */
export interface AccountMeters {
  readonly score: Meter;
  readonly burst: Meter;
  readonly hours: Readonly<Record<UseCase, HourMeters>>;
}

export function createHours(most: HourLimits, { hour }: ThrottleLimits): HourMeters {
  const meter = (limit: number) => createMeter({ ...hour, most: limit });
  return { calls: meter(most.calls), cpu: meter(most.cpuMs), time: meter(most.timeMs) };
}

export function createAccountMeters(limits: ThrottleLimits): AccountMeters {
  const hours = (useCase: UseCase) => createHours(limits.useCase[useCase], limits);
  return {
    score: createMeter(limits.account),
    burst: createMeter(limits.burst),
    hours: {
      ads_management: hours("ads_management"),
      ads_insights: hours("ads_insights"),
      custom_audience: hours("custom_audience"),
    },
  };
}

export const isShut = ({ calls, cpu, time }: HourMeters, now: number): boolean =>
  [calls, cpu, time].some((meter) => meter.isShut(now));

export const hourUsage = ({ calls, cpu, time }: HourMeters, now: number) => ({
  call_count: calls.percent(now),
  total_cputime: cpu.percent(now),
  total_time: time.percent(now),
});

/** Whole minutes until the account answers this use again; 0: now. */
function minutesUntilOpen(meters: AccountMeters, useCase: UseCase, now: number): number {
  const { calls, cpu, time } = meters.hours[useCase];
  const all = [calls, cpu, time, meters.score, meters.burst];
  return Math.ceil(Math.max(...all.map((meter) => meter.opensIn(now))) / 60_000);
}

/** One account's line in X-Business-Use-Case-Usage: the use of this call first. */
export const accountUsage = (meters: AccountMeters, used: UseCase, now: number) =>
  [used, ...useCases.filter((one) => one !== used && meters.hours[one].calls.percent(now) > 0)].map(
    (type) => ({
      type,
      ...hourUsage(meters.hours[type], now),
      estimated_time_to_regain_access: minutesUntilOpen(meters, type, now),
      ads_api_access_tier: "standard_access",
    }),
  );
