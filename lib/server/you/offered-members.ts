import "server-only";
import { consentsOf } from "@/lib/network/consent/consents-of";
import { describeMember } from "@/lib/network/population/describe-member";
import { generateMembers } from "@/lib/network/population/generate-members";
import type { Member } from "@/lib/network/population/member";
import { membersOf } from "@/lib/network/population/member-at";
import type { PopulationFacts } from "../population-facts";

export interface OfferedMember {
  readonly member: number;
  readonly said: string;
}

const lookedThrough = 2_000;

const hasSignals = ({ signals }: Member): boolean => signals.length >= 8;

const hasAds = (member: Member): boolean =>
  consentsOf(member.consent).some(({ purpose }) => purpose === "relevant_ads");

/** Three people worth being: one who allows much, one who only messages, one who said no to ads and so has no signals. */
const kinds: readonly ((member: Member) => boolean)[] = [
  (member) => member.onSocial && hasSignals(member) && consentsOf(member.consent).length >= 10,
  (member) => !member.onSocial && hasSignals(member) && hasAds(member),
  (member) => !hasAds(member),
];

/** Synthetic members that anybody may sign in as in demo mode; the same ones each time. */
export function offeredMembers({
  seed,
  members,
  madeOn,
}: Pick<PopulationFacts, "seed" | "members" | "madeOn">): readonly OfferedMember[] {
  const count = Math.min(members, lookedThrough);
  const adults = membersOf(generateMembers({ seed, first: 0, count, today: madeOn })).filter(
    ({ ageBand }) => ageBand !== null,
  );
  return kinds.flatMap((fits) => {
    const member = adults.find(fits);
    return member ? [{ member: member.number, said: describeMember(member) }] : [];
  });
}
