import type { AdApi, KnownReach } from "@/lib/ad-api/ad-api";
import type { Actor } from "@/lib/workspace/actor";
import { may } from "@/lib/workspace/permissions";
import { effectiveRules } from "./effective-rules";
import type { ListedAudience } from "./list-audiences";
import { toTargeting } from "./to-targeting";

/** The network is asked for so many at once. */
const most = 100;

/**
 * The newest size of each audience that was estimated before, by its id. Nothing new is asked, so a list costs nothing; what was never
 * estimated, or may not be by this person, is not there. A network that is away leaves the list without sizes.
 */
export async function knownSizes(
  ctx: { readonly actor: Actor; readonly adApi: Pick<AdApi, "knownReach"> },
  listed: readonly ListedAudience[],
): Promise<ReadonlyMap<string, KnownReach>> {
  const allowed = listed.filter(({ client }) => may(ctx.actor, "estimate", client.id));
  const byAccount = new Map<string, ListedAudience[]>();
  for (const one of allowed) {
    const { accountId } = one.client;
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), one]);
  }
  const sizes = new Map<string, KnownReach>();
  await Promise.all(
    [...byAccount].flatMap(([accountId, all]) =>
      pagesOf(all).map(async (page) => {
        const targetings = page.map(({ audience }) => toTargeting(effectiveRules(audience.rules)));
        const known = await ctx.adApi.knownReach(accountId, targetings);
        if (!known.ok) return;
        for (const [at, { audience }] of page.entries()) {
          const size = known.value[at];
          if (size) sizes.set(audience.id, size);
        }
      }),
    ),
  );
  return sizes;
}

const pagesOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) =>
    all.slice(at * most, (at + 1) * most),
  );
