import "server-only";
import { lt, sql } from "drizzle-orm";
import { consentsOf } from "@/lib/network/consent/consents-of";
import { generateMembers } from "@/lib/network/population/generate-members";
import type { Member } from "@/lib/network/population/member";
import { membersOf } from "@/lib/network/population/member-at";
import type { Database } from "../db/database";
import { memberEvent } from "../db/schema/network";
import type { PopulationFacts } from "../population-facts";

export interface OfferedMember
  extends Pick<Member, "country" | "ageBand" | "gender" | "device" | "onSocial"> {
  readonly member: number;
  readonly phone: string;
}

/** Members below this number can be offered. */
export const lookedThrough = 1_000;

/** +44 7700 900000 to 900999 are kept free for films and plays, and so belong to nobody. */
export const madeUpPhone = (member: number): string =>
  `+44 7700 900${String(member).padStart(3, "0")}`;

const hasSignals = ({ signals }: Member): boolean => signals.length >= 8;

const hasAds = (member: Member): boolean =>
  consentsOf(member.consent).some(({ purpose }) => purpose === "relevant_ads");

/** Three people worth being: one who allows much, one who only messages, one who said no to ads and so has no signals. */
const kinds: readonly ((member: Member) => boolean)[] = [
  (member) => member.onSocial && hasSignals(member) && consentsOf(member.consent).length >= 10,
  (member) => !member.onSocial && hasSignals(member) && hasAds(member),
  (member) => !hasAds(member),
];

/** Synthetic members that anybody may sign in as in demo mode, until one of them leaves; those that are liked come first. */
export function offeredMembers(
  { seed, members, madeOn }: Pick<PopulationFacts, "seed" | "members" | "madeOn">,
  left: ReadonlySet<number> = new Set(),
  liked: ReadonlySet<number> = new Set(),
): readonly OfferedMember[] {
  const count = Math.min(members, lookedThrough);
  const adults = membersOf(generateMembers({ seed, first: 0, count, today: madeOn })).filter(
    ({ ageBand, number }) => ageBand !== null && !left.has(number),
  );
  return kinds.flatMap((fits) => {
    const fitting = adults.filter(fits);
    const preferred = fitting.filter(({ number }) => liked.has(number));
    const found =
      preferred.find(({ companies }) => companies.length > 0) ?? preferred[0] ?? fitting[0];
    if (!found) return [];
    const { number: member, country, ageBand, gender, device, onSocial } = found;
    return [{ member, phone: madeUpPhone(member), country, ageBand, gender, device, onSocial }];
  });
}

/** Which of those that could be offered have left. */
export async function listLeft(db: Database): Promise<ReadonlySet<number>> {
  const rows = await db
    .select({ member: memberEvent.member })
    .from(memberEvent)
    .where(
      sql`${lt(memberEvent.member, lookedThrough)} and ${memberEvent.change} ->> 'type' = 'left'`,
    );
  return new Set(rows.map(({ member }) => member));
}
