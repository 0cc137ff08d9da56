import type { Release } from "@/lib/network/release/release";
import type { Flight, SettledNumbers } from "./flight";
import { reachOf } from "./reach-curve";

/**
 * People whom settled days will have reached by the reach curve, from impressions and the sizes that were released for pacing: nothing
 * that is not known already. Stands in where reach is not released.
 */
export type ProjectReach = (days: readonly SettledNumbers[]) => Promise<number>;

export function projectionOf(
  release: Pick<Release, "pacingSize">,
  flights: readonly Flight[],
): ProjectReach {
  const byAdSet = new Map(flights.map((flight) => [flight.adSetId, flight]));
  const sizes = new Map<string, Promise<number>>();

  function sizeOf(flight: Flight, month: string): Promise<number> {
    const name = `${flight.adSetId}/${month}`;
    const known = sizes.get(name);
    if (known) return known;
    const by = { workspaceId: flight.account.workspaceId };
    const size = release
      .pacingSize(by, month, flight.expression, "report")
      .then((answer) => (answer.ok ? answer.value.shown : 0));
    sizes.set(name, size);
    return size;
  }

  return async (days) => {
    // Ad sets with one audience reach the same people; those of different audiences are taken as apart.
    const audiences = new Map<string, { people: number; impressions: number }>();
    for (const { adSetId, day, impressions } of days) {
      const flight = byAdSet.get(adSetId);
      if (!flight || impressions === 0) continue;
      const name = JSON.stringify(flight.expression);
      const audience = audiences.get(name) ?? { people: 0, impressions: 0 };
      audience.people = Math.max(audience.people, await sizeOf(flight, day.slice(0, 7)));
      audience.impressions += impressions;
      audiences.set(name, audience);
    }
    return [...audiences.values()].reduce(
      (sum, { people, impressions }) => sum + reachOf(people, impressions),
      0,
    );
  };
}
