import {
  type AccountMeters,
  accountUsage,
  createAccountMeters,
  createHours,
  type HourMeters,
  hourUsage,
  isShut,
} from "./account-meters";
import type { Caller } from "./caller";
import { type Refused, throttled } from "./fault";
import { mostRecent } from "./most-recent";
import { scaled, type ThrottleLimits, type UseCase } from "./throttle-limits";

/** What one call uses. */
export interface CallUsage {
  /** Counts the call on an account, once however often it is asked; a refusal when the account has had enough. */
  enter(accountId: string, useCase: UseCase, writes: boolean): Refused | null;
  /** Counts how long it took, and answers the usage headers. */
  end(cpuMs: number, timeMs: number): Readonly<Record<string, string>>;
}

interface Throttle {
  /** Counts a call; a refusal when the workspace has had enough. */
  begin(caller: Caller): { readonly usage: CallUsage; readonly refusal: Refused | null };
}

const useCaseCodes: Readonly<Record<UseCase, number>> = {
  ads_insights: 80_000,
  custom_audience: 80_003,
  ads_management: 80_004,
};

/** Meters calls by workspace and by ad account, in the memory of this process: another process has meters of its own. */
export function createThrottle(limits: ThrottleLimits, wallNow: () => Date): Throttle {
  const dashboardLimits = scaled(limits, limits.dashboardFactor);
  const accounts = mostRecent<AccountMeters>(limits.keptMeters);
  const apps = mostRecent<HourMeters>(limits.keptMeters);
  const clock = () => wallNow().getTime();

  return {
    begin(caller) {
      const own = caller.dashboard ? dashboardLimits : limits;
      const program = caller.dashboard ? "dashboard" : "program";
      const app = apps(`${program}:${caller.workspaceId}`, () => createHours(own.app, own));
      const entered = new Map<
        string,
        { readonly useCase: UseCase; readonly meters: AccountMeters }
      >();
      const begun = clock();
      const refusal = isShut(app, begun)
        ? throttled(
            4,
            "Application request limit reached: this workspace's programs ask too often.",
          )
        : null;
      if (!refusal) app.calls.add(1, begun);

      const usage: CallUsage = {
        enter(accountId, useCase, writes) {
          if (entered.has(accountId)) return null;
          const meters = accounts(`${program}:${accountId}`, () => createAccountMeters(own));
          entered.set(accountId, { useCase, meters });
          const now = clock();
          const shut = shutFor(meters, useCase, writes, now);
          if (shut) return shut;
          meters.score.add(writes ? own.points.write : own.points.read, now);
          if (writes) meters.burst.add(1, now);
          meters.hours[useCase].calls.add(1, now);
          return null;
        },
        end(cpuMs, timeMs) {
          const now = clock();
          for (const hours of [
            app,
            ...[...entered.values()].map((one) => one.meters.hours[one.useCase]),
          ]) {
            hours.cpu.add(cpuMs, now);
            hours.time.add(timeMs, now);
          }
          const business = [...entered].map(([id, one]) => [
            id,
            accountUsage(one.meters, one.useCase, now),
          ]);
          return {
            "x-app-usage": JSON.stringify(hourUsage(app, now)),
            ...(business.length > 0 && {
              "x-business-use-case-usage": JSON.stringify(Object.fromEntries(business)),
            }),
          };
        },
      };
      return { usage, refusal };
    },
  };
}

function shutFor(
  meters: AccountMeters,
  useCase: UseCase,
  writes: boolean,
  now: number,
): Refused | null {
  const wait = "Wait a bit and try again.";
  if (writes && meters.burst.isShut(now)) {
    return throttled(
      613,
      `Too many changes to this ad account within a second. ${wait}`,
      1_487_742,
    );
  }
  if (meters.score.isShut(now)) {
    return throttled(17, `Too many calls to this ad account. ${wait}`, 2_446_079);
  }
  if (!isShut(meters.hours[useCase], now)) return null;
  const code = useCaseCodes[useCase];
  return throttled(
    code,
    `Too many calls of this kind (${useCase}) to this ad account. ${wait}`,
    2_446_079,
  );
}
