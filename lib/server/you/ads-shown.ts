import "server-only";
import { flightSource } from "@/lib/network/ad-api/flights";
import { storyOf } from "@/lib/network/ad-api/specs/creative-spec";
import type { Recipient } from "@/lib/network/consent/purposes";
import { type Matched, whatMatched } from "@/lib/network/consent/what-matched";
import { addDays, dayOf } from "@/lib/network/delivery/calendar";
import type { Member } from "@/lib/network/population/member";
import { decodeMembers, type MemberSet } from "@/lib/network/reach/member-set";
import { approvedAmong, shownCreative } from "@/lib/network/transparency/shown-creative";
import { listParts } from "../lists/list-parts";
import { dayNumber } from "../population-facts";
import { getRuntime } from "../runtime";
import { adObjectStores } from "../store/ad-objects";

/** Closed days that are looked through. */
const days = 7;

/** An ad that was chosen for a member, with what of theirs it matched. */
export interface AdShown extends Matched {
  readonly adSetId: number;
  /** The ad itself, in the public repository. */
  readonly ad: number | null;
  /** What it said: its headline, or else its text. */
  readonly says: string;
  /** The company whose ad it is, by id. */
  readonly company: string | null;
  readonly paidBy: string;
  /** YYYY-MM-DD, ascending. */
  readonly days: readonly string[];
  /** Apps it could be shown in; empty: any of the family. */
  readonly recipients: readonly Recipient[];
}

function has(set: MemberSet, member: number): boolean {
  for (const one of decodeMembers(set)) if (one >= member) return one === member;
  return false;
}

/** Members below a number whom ads reached on the last closed days. */
export async function reachedBelow(end: number): Promise<ReadonlySet<number>> {
  const { settledDays, clock } = await getRuntime();
  const since = addDays(dayOf(clock.now(), "UTC"), -days - 1);
  const found = new Set<number>();
  for (const { reached } of await settledDays.listReached({ since })) {
    for (const member of decodeMembers(reached)) {
      if (member >= end) break;
      found.add(member);
    }
  }
  return found;
}

/** Ads that reached a member on the last closed days, the newest first: one ad set in memory at a time. */
export async function adsShown(person: Member): Promise<readonly AdShown[]> {
  const { db, settledDays, clock } = await getRuntime();
  const since = addDays(dayOf(clock.now(), "UTC"), -days - 1);
  const adSetIds = new Set((await settledDays.list({ since })).map(({ adSetId }) => adSetId));
  const stores = adObjectStores(db);
  const flights = flightSource({ ...stores, lists: listParts(db) });
  const shown: AdShown[] = [];
  for (const adSetId of adSetIds) {
    const reached = await settledDays.listReached({ adSetIds: [adSetId], since });
    const own = reached.filter((day) => has(day.reached, person.number)).map(({ day }) => day);
    if (own.length === 0) continue;
    const [flight] = await flights.listFlights({ adSetIds: [adSetId] });
    const [adSet] = await stores.objects.getMany([adSetId]);
    if (!flight || !adSet) continue;
    const ad = approvedAmong(await stores.objects.list({ kind: "ad", parentIds: [adSetId] }));
    const [creative] = ad ? await stores.objects.getMany([shownCreative(ad, () => true)]) : [];
    const story = creative && storyOf(creative.data);
    const account = await stores.accounts.get(adSet.accountId);
    shown.push({
      ...whatMatched(flight.expression, person, dayNumber(new Date())),
      adSetId,
      ad: ad?.id ?? null,
      says: story?.link_data.name ?? story?.link_data.message ?? String(adSet.data.name),
      company: story?.page_id ?? null,
      paidBy: String(adSet.data.dsa_payor ?? account?.name ?? ""),
      days: own,
      recipients: flight.expression.recipients,
    });
  }
  return shown.sort((a, b) => ((a.days.at(-1) ?? "") < (b.days.at(-1) ?? "") ? 1 : -1));
}
