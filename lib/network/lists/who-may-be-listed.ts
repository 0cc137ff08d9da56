import { mayUse } from "@/lib/network/consent/may-use";
import { recipients } from "@/lib/network/consent/purposes";
import { listMatchable, type SuppressionStore } from "@/lib/network/consent/suppression";
import type { Member } from "@/lib/network/population/member";
import type { MemberIdentities } from "./list-store";

export interface Standing {
  /** Members as they are at this moment; who has left is left out. */
  readonly people: ReadonlyMap<number, Member>;
  readonly identities: Pick<MemberIdentities, "keysOf">;
  readonly suppressions: SuppressionStore;
  readonly pepper: string;
}

/** Whether somebody said yes, for any recipient, to being known by companies they already work with. */
export const saysYesToLists = (member: Member): boolean =>
  recipients.some((one) => mayUse(member, "known_companies", one));

/**
 * Those of the members who may stand on a list of this company at this moment, ascending: they said yes to known companies, and none
 * of the ways they are known by is suppressed, whichever of them was uploaded.
 */
export async function whoMayBeListed(
  { people, identities, suppressions, pepper }: Standing,
  company: string,
  members: readonly number[],
): Promise<readonly number[]> {
  const willing = [...new Set(members)]
    .filter((number) => {
      const member = people.get(number);
      return member !== undefined && saysYesToLists(member);
    })
    .sort((a, b) => a - b);
  const keysOf = await identities.keysOf(willing);
  const keyed = willing.flatMap((member) =>
    (keysOf.get(member) ?? []).map((key) => ({ member, key })),
  );
  const matchable = new Set(
    await listMatchable(
      suppressions,
      pepper,
      keyed.map(({ key }) => key),
      company,
    ),
  );
  const stopped = new Set(
    keyed.flatMap(({ member }, place) => (matchable.has(place) ? [] : [member])),
  );
  return willing.filter((member) => !stopped.has(member));
}
