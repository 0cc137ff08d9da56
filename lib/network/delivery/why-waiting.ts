import type { Release } from "@/lib/network/release/release";
import { dayOf } from "./calendar";
import type { Flight, SettledDayStore } from "./flight";

/** Why a running ad set has not begun: fewer people than the launch gate asks for, or a size that the budget has no room for. */
export type WhyWaiting = "below_gate" | "no_size";

/** null: it is off, or has begun, or may begin. By released sizes alone, as the plan itself. */
export async function whyWaiting(
  {
    release,
    settled,
  }: {
    readonly release: Pick<Release, "pacingSize">;
    readonly settled: Pick<SettledDayStore, "list">;
  },
  flight: Flight,
  now: Date,
): Promise<WhyWaiting | null> {
  const { account, adSetId, startsAt, endsAt, live, expression } = flight;
  const isOn = live.at(-1)?.to === null && startsAt <= now && (!endsAt || endsAt > now);
  if (!isOn) return null;
  const month = dayOf(now, account.timeZone).slice(0, 7);
  const size = await release.pacingSize({ workspaceId: account.workspaceId }, month, expression);
  if (size.ok && size.value.launchable) return null;
  const days = await settled.list({ adSetIds: [adSetId] });
  if (days.some(({ impressions }) => impressions > 0)) return null;
  return size.ok ? "below_gate" : "no_size";
}
