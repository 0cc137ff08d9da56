import type { AdApi } from "@/lib/ad-api/ad-api";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import { ok, type Result } from "@/lib/result";
import { dayIn } from "./days";

export interface NetworkTime {
  readonly now: Date;
  /** Network seconds per wall second. */
  readonly rate: number;
  /** Today in the account's zone, YYYY-MM-DD. */
  readonly today: string;
}

/** The network's time, which campaigns run on: their days, their log and "today". */
export async function networkTime(
  adApi: AdApi,
  timeZone: string,
): Promise<Result<NetworkTime, AdApiRefusal>> {
  const clock = await adApi.clock();
  if (!clock.ok) return clock;
  const now = new Date(clock.value.now);
  return ok({ now, rate: clock.value.rate, today: dayIn(timeZone, now) });
}
