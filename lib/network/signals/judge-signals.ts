import { mayUse } from "@/lib/network/consent/may-use";
import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import { acceptSegment } from "@/lib/network/segments/segment-policy";
import { heldOut } from "./held-out";
import { keepPace } from "./keep-pace";
import type { JudgedSignals, KnownFacts, KnownPerson, SignalClaim } from "./known-facts";
import { type ReadLine, readLines } from "./read-lines";
import type { SignalEvent } from "./signal-event";
import { type RefusedSignal, refusedSignal, type SignalRefusalCode } from "./signal-refusals";
import { type DayCounts, mostADay, signalLastsDays, strengthOf, withMention } from "./strength";

const dayMs = 86_400_000;
/** Clocks of phones and servers differ. */
const aheadMs = 5 * 60_000;

type Verdict = "accepted" | "duplicate" | SignalRefusalCode;

const dayOf = (at: Date): number => Math.floor(at.getTime() / dayMs);
const place = (member: number, segment: string): string => `${member}/${segment}`;

/**
 * What a batch changes, decided from what is known: each event by itself, the good ones of a batch whatever the others are. An event
 * that was taken before is a duplicate and changes nothing, even when its consent has ended since.
 */
export function judgeSignals(
  events: readonly unknown[],
  known: KnownFacts,
  now: Date,
): JudgedSignals {
  const refused: RefusedSignal[] = [];
  const claims = new Map<string, SignalClaim>();
  const pace = keepPace(known, now);
  const seen = new Map<string, Seen>();
  let accepted = 0;
  let duplicates = 0;

  for (const line of readLines(events)) {
    const code = judge(line);
    if (code === "accepted") accepted += 1;
    else if (code === "duplicate") duplicates += 1;
    else refused.push(refusedSignal(line.index, line.id, code));
  }

  return {
    accepted,
    duplicates,
    refused,
    claims: [...claims.values()],
    changes: [...changesOf(seen), ...heldChanges()],
    tallies: [...seen.values()].map(({ member, segment, days, before }) => ({
      member: member.number,
      segment,
      // The strongest needs no counting any more.
      days: strengthOfAll(days, before) === 3 ? null : days,
    })),
    paces: pace.changed(),
    quarantined: pace.quarantined(),
  };

  function judge({ event }: ReadLine): Verdict {
    if (!event) return "malformed";
    const digest = known.digestOf(event);
    const before = judgedBefore(event.id, digest);
    if (before) return before;
    const person = known.people.get(event.member);
    const wrong = whyNot(event, person, known, now);
    if (wrong !== null || !person?.now) return wrong ?? "unknown_member";
    const at = new Date(event.at);
    const isWatched = mayUse(person.now, "safety", event.consent.recipient);
    const isSpam = isWatched && !pace.takes(person.now.number, event.segment, at);
    claims.set(event.id, { id: event.id, digest, outcome: isSpam ? "spam" : "kept", isNew: true });
    if (isSpam) return "spam";
    count(person.now, event.segment, Math.min(dayOf(at), dayOf(now)), isWatched ? mostADay : 1);
    return "accepted";
  }

  /** Whoever floods is kept out as a person, not only what they send. */
  function heldChanges(): readonly MemberChange[] {
    const flooding = new Set(pace.quarantined().map(({ member }) => member));
    const people = new Map([...known.people.values()].map(({ now: one }) => [one?.number, one]));
    return [...flooding].flatMap((number) => {
      const person = people.get(number);
      return person ? [heldOut(person)] : [];
    });
  }

  /** What became of this id earlier in the batch, or in an earlier batch; null: it is new. */
  function judgedBefore(id: string, digest: string): Verdict | null {
    const here = claims.get(id);
    if (here) return here.digest === digest ? "duplicate_in_batch" : "id_reused";
    const earlier = known.claims.get(id);
    if (!earlier) return null;
    if (earlier.digest !== digest) return "id_reused";
    claims.set(id, { ...earlier, isNew: false });
    return earlier.outcome === "spam" ? "spam" : "duplicate";
  }

  function count(member: Member, segment: string, day: number, most: number): void {
    const key = place(member.number, segment);
    const today = dayOf(now);
    const standing = member.signals.find((one) => one.segment === segment) ?? null;
    const before = standing && today - standing.day <= signalLastsDays ? standing : null;
    // An interest that was removed or has run out starts afresh.
    const counted = before ? known.tallies.get(key) : undefined;
    const days = seen.get(key)?.days ?? counted ?? new Map<number, number>();
    const latest = Math.max(day, seen.get(key)?.latest ?? 0);
    seen.set(key, { member, segment, before, latest, days: withMention(days, day, today, most) });
  }
}

interface Seen {
  readonly member: Member;
  readonly segment: string;
  /** The person's signal as it stands; null when there is none that counts. */
  readonly before: Member["signals"][number] | null;
  readonly days: DayCounts;
  readonly latest: number;
}

/** A signal that counts never becomes weaker while it does. */
const strengthOfAll = (days: DayCounts, before: Seen["before"]) => {
  const counted = strengthOf(days);
  return before && before.strength > counted ? before.strength : counted;
};

function changesOf(seen: ReadonlyMap<string, Seen>): readonly MemberChange[] {
  return [...seen.values()].flatMap(({ member, segment, before, days, latest }) => {
    const strength = strengthOfAll(days, before);
    const day = Math.max(latest, before?.day ?? 0);
    if (before && before.strength === strength && before.day === day) return [];
    return [{ type: "signal" as const, member: member.number, segment, strength, day }];
  });
}

/** Why an event is not taken, by what its sender can mend first; null: it is. */
function whyNot(
  { segment, at: moment, consent }: SignalEvent,
  person: KnownPerson | undefined,
  known: KnownFacts,
  now: Date,
): SignalRefusalCode | null {
  const allowed = acceptSegment(segment);
  if (!allowed.ok) return allowed.error.code;
  const at = new Date(moment);
  if (at.getTime() > now.getTime() + aheadMs) return "from_the_future";
  if (dayOf(now) - dayOf(at) > signalLastsDays) return "too_old";
  if (consent.purpose !== "relevant_ads") return "wrong_purpose";
  if (!known.isNotice(consent.notice)) return "unknown_notice";
  if (!person?.now) return "unknown_member";
  if (person.now.ageBand === null) return "under_age";
  const then = person.at(at);
  if (!then || !mayUse(then, "relevant_ads", consent.recipient)) return "no_consent";
  if (!mayUse(person.now, "relevant_ads", consent.recipient)) return "consent_ended";
  const removed = person.removedAt(segment);
  return removed && removed >= at ? "removed_by_member" : null;
}
