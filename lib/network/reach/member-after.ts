import { withConsent } from "@/lib/network/consent/consent-bits";
import type { Member } from "@/lib/network/population/member";
import { getSegment, isCollectable } from "@/lib/network/segments/taxonomy";
import type { MemberChange } from "./engine";

/** The member after a change to them; null once they have left. */
export function memberAfter(member: Member, change: MemberChange): Member | null {
  switch (change.type) {
    case "consent":
      return {
        ...member,
        consent: withConsent(member.consent, change.purpose, change.recipient, change.given),
      };
    case "signal":
      return withSignal(member, change);
    case "signal_removed":
      return { ...member, signals: member.signals.filter((s) => s.segment !== change.segment) };
    case "signals_cleared":
      return member.signals.length === 0 ? member : { ...member, signals: [] };
    case "moved":
      return moved(member, change);
    case "company":
      return withCompany(member, change);
    case "company_removed":
      return { ...member, companies: member.companies.filter((c) => c.company !== change.company) };
    case "left":
      return null;
    case "joined":
      return member;
    case "active":
      return { ...member, lastActiveDay: change.day };
  }
}

type Change<T extends MemberChange["type"]> = Extract<MemberChange, { readonly type: T }>;

function withSignal(member: Member, { segment, strength, day }: Change<"signal">): Member {
  const known = getSegment(segment);
  if (!known || !isCollectable(known)) return member;
  const others = member.signals.filter((signal) => signal.segment !== segment);
  return { ...member, signals: [...others, { segment, strength, day }] };
}

function withCompany(member: Member, { company, kind, day }: Change<"company">): Member {
  const others = member.companies.filter((c) => c.company !== company || c.kind !== kind);
  return { ...member, companies: [...others, { company, kind, day }] };
}

function moved(member: Member, change: Change<"moved">): Member {
  const { ageBand, gender, country, device, onSocial, language = member.language } = change;
  const stays = country === member.country ? member.region : null;
  const region = change.region === undefined ? stays : change.region;
  return { ...member, region, language, ageBand, gender, country, device, onSocial };
}

/** Somebody new: no consent, no signals, no companies. */
export function memberJoined(change: Change<"joined">): Member {
  const { member: number, ageBand, gender, country, region, language, device, onSocial } = change;
  const known = { number, ageBand, gender, country, region, language, device, onSocial };
  return { ...known, lastActiveDay: change.day, consent: 0, signals: [], companies: [] };
}
