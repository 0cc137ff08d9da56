import { consentBit } from "@/lib/network/consent/consent-bits";
import type { MemberEvent } from "@/lib/network/consent/member-records";
import type { Member } from "@/lib/network/population/member";
import { aMember } from "@/lib/network/population/testing";
import type { KnownFacts } from "./known-facts";
import { knownPerson } from "./known-person";
import type { SignalEvent } from "./signal-event";

/** Cooking, which may be collected. */
export const cooking = "371";
export const soccer = "492";
/** Food allergies say something about health. */
export const forbidden = "374";

export const anEvent = (over: Partial<SignalEvent> = {}): SignalEvent => ({
  id: "evt-1",
  member: 1,
  segment: cooking,
  at: "2026-11-20T10:00:00Z",
  consent: { purpose: "relevant_ads", recipient: "messenger", notice: "v4" },
  kind: "mention",
  ...over,
});

/** Said yes to relevant ads and to spam fighting, for the messenger. */
export const watched = consentBit("relevant_ads", "messenger") | consentBit("safety", "messenger");

/** Nothing was sent before; the members are known by their numbers. */
export const facts = (
  members: readonly Member[] = [aMember({ number: 1 })],
  over: Partial<KnownFacts> = {},
  events: readonly MemberEvent[] = [],
): KnownFacts => ({
  claims: new Map(),
  people: new Map(
    members.map((member) => [
      member.number,
      knownPerson(
        member,
        events.filter(({ change }) => change.member === member.number),
      ),
    ]),
  ),
  tallies: new Map(),
  paces: new Map(),
  quarantined: new Map(),
  digestOf: (event) => JSON.stringify(event),
  isNotice: (version) => version === "v4",
  ...over,
});
