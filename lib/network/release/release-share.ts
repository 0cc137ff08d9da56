import { peopleIn } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import { canonicalise, canonicalKey } from "./canonical";
import type { Desk } from "./desk";
import { costOf, shareFloor, shareSigma } from "./ladder";
import type { Asker } from "./release";

/** Share that a narrower audience keeps, in whole percent as 0-1; null: too few to say; "refused": the budget is spent. */
export async function releaseShare(
  desk: Desk,
  by: Asker,
  before: Expression,
  after: Expression,
): Promise<number | null | "refused"> {
  const sides = [canonicalise(before), canonicalise(after)].map((canonical) => ({
    canonical,
    key: canonicalKey(canonical),
  }));
  const epoch = desk.epoch();
  const sizes = await Promise.all(
    sides.map(({ canonical, key }) =>
      desk.answer({
        by,
        use: "question",
        epoch,
        kind: "share",
        keys: [key],
        price: () => costOf(shareSigma),
        compute: async () => [
          [
            peopleIn(await desk.engine.count(canonical)) +
              desk.noise(epoch, "share", key, shareSigma),
          ],
        ],
      }),
    ),
  );
  const [all, kept] = sizes.map((rows) => rows?.[0]?.values[0]);
  if (all === undefined || kept === undefined) return "refused";
  if (all < shareFloor || kept < shareFloor) return null;
  return Math.min(1, Math.round((100 * kept) / all) / 100);
}
