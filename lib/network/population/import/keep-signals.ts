import type { ConsentBits } from "@/lib/network/consent/consent-bits";
import { consentBit } from "@/lib/network/consent/consent-bits";
import { recipients } from "@/lib/network/consent/purposes";
import type { Signal } from "@/lib/network/population/member";
import { windowsDays } from "@/lib/network/reach/expression";
import { getSegment, isCollectable } from "@/lib/network/segments/taxonomy";
import { type DroppedPart, dropped, type ReportEntry } from "./line-outcomes";

const countsForDays = Math.max(...windowsDays);
const anyAds = recipients.reduce((bits, one) => bits | consentBit("relevant_ads", one), 0);

interface Owner {
  readonly isAdult: boolean;
  readonly consent: ConsentBits;
  readonly today: number;
}

/** The signals that may be kept, one a segment: the newest, of one day the strongest. The others are said with their reason. */
export function keepSignals(
  given: readonly Signal[],
  owner: Owner,
  say: (entry: ReportEntry) => void,
): readonly Signal[] {
  const counts = new Map<DroppedPart, number>();
  const kept = new Map<string, Signal>();
  for (const signal of given) {
    const reason = whyNot(signal, owner);
    const other = kept.get(signal.segment);
    if (reason === null && (!other || isBetter(signal, other))) kept.set(signal.segment, signal);
    const why = reason ?? (other ? "duplicate_signal" : null);
    if (why !== null) counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  for (const [reason, count] of counts) say(dropped(reason, count));
  return [...kept.values()];
}

function whyNot({ segment, day }: Signal, { isAdult, consent, today }: Owner): DroppedPart | null {
  const known = getSegment(segment);
  if (!known) return "unknown_segment";
  if (!isCollectable(known)) return "forbidden_segment";
  if (!isAdult) return "signal_under_18";
  if ((consent & anyAds) === 0) return "signal_without_consent";
  return today - day > countsForDays ? "signal_expired" : null;
}

const isBetter = (one: Signal, other: Signal): boolean =>
  one.day > other.day || (one.day === other.day && one.strength > other.strength);
