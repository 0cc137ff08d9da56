import type { Scope } from "./scope";
import type { AdAccount } from "./store";
import { audienceIdsIn } from "./targeted-audiences";
import type { TargetingSpec } from "./targeting-schema";
import { type Line, sentenceLines } from "./targeting-sentences";

/** A targeting in words, with the names of the account's own audiences; any other id stays an id, whosever it is. */
export async function targetingInWords(
  { shelf, deps }: Pick<Scope, "shelf" | "deps">,
  account: AdAccount,
  targeting: TargetingSpec,
): Promise<readonly Line[]> {
  const ids = audienceIdsIn([targeting]);
  await shelf.fetch(ids);
  const found = await Promise.all(ids.map((id) => shelf.get(id)));
  const names = new Map(
    found.flatMap((object) =>
      object?.kind === "customaudience" && object.accountId === account.id
        ? [[String(object.id), String(object.data.name)] as const]
        : [],
    ),
  );
  return sentenceLines(targeting, deps.catalogue, names);
}
