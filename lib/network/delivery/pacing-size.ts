import type { Expression } from "@/lib/network/reach/expression";
import { displayProjection } from "@/lib/network/release/display";
import type { Asker, Release } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";

/** The size to pace by. Where the budget has no room for a new audience's first one it is hidden: the ad set does not begin. */
export async function pacingSize(
  release: Pick<Release, "pacingSize">,
  by: Asker,
  period: string,
  expression: Expression,
): Promise<ReleasedCount> {
  const size = await release.pacingSize(by, period, expression);
  return size.ok ? size.value : displayProjection(0, new Date(0).toISOString());
}
