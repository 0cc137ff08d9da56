import "server-only";
import type { Place, Segment } from "@/lib/ad-api/objects";
import { loadNames, type NamesApi } from "@/lib/audiences/load-names";
import type { Names } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";
import { ok } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import type { Ctx } from "./context";

/** The taxonomy and the names of places do not change while the process runs: each is read over the wire once. */
const kept: { segments?: readonly Segment[]; places: Map<string, readonly Place[]> } = {
  places: new Map(),
};

const remembering = (adApi: NamesApi): NamesApi => ({
  browseSegments: async () => {
    if (kept.segments) return ok(kept.segments);
    const answer = await adApi.browseSegments();
    if (answer.ok) kept.segments = answer.value;
    return answer;
  },
  searchPlaces: async (key) => {
    const known = kept.places.get(key);
    if (known) return ok(known);
    const answer = await adApi.searchPlaces(key);
    if (answer.ok && answer.value.length > 0) kept.places.set(key, answer.value);
    return answer;
  },
});

/** The words for everything that some rules of some clients name. */
export const namesFor = (
  ctx: Pick<Ctx, "adApi">,
  rules: readonly Rules[],
  clients: readonly Client[],
): Promise<Names> => loadNames(remembering(ctx.adApi), rules, clients);
