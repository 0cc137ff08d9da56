import type { AdApi } from "@/lib/ad-api/ad-api";
import { addDays, dayIn } from "@/lib/campaigns/days";
import { ok, type Result } from "@/lib/result";
import { type ReadRefusal, unavailable } from "./refusals";

export interface NetworkTime {
  readonly now: string;
  readonly simulated: boolean;
  /** The open day in the account's zone, and the last closed one. */
  readonly today: string;
  readonly closed: string;
}

/** What day it is for a client on the network's clock. */
export async function networkTime(
  adApi: Pick<AdApi, "clock">,
  timeZone: string,
): Promise<Result<NetworkTime, ReadRefusal>> {
  const clock = await adApi.clock();
  if (!clock.ok) return unavailable(clock.error);
  const today = dayIn(timeZone, new Date(clock.value.now));
  return ok({
    now: clock.value.now,
    simulated: clock.value.rate !== 1,
    today,
    closed: addDays(today, -1),
  });
}
