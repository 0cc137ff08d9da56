import { describeMember } from "@/lib/network/population/describe-member";
import type { Member } from "@/lib/network/population/member";
import type { Strength } from "@/lib/network/reach/expression";
import { getSegment } from "@/lib/network/segments/taxonomy";
import { ok, type Result } from "@/lib/result";
import { type ConsentKey, consentsOf } from "./consents-of";
import { listHistory, type MyEvent } from "./list-history";
import { loadMember, type MyContext, type NoMember } from "./load-member";

const dayMs = 86_400_000;
const countsForDays = 180;

/** One interest the network took from what the member did. */
export interface MySignal {
  readonly segment: string;
  readonly name: string;
  /** From the widest to the one above it. */
  readonly within: readonly string[];
  readonly strength: Strength;
  /** YYYY-MM-DD */
  readonly seenOn: string;
  /** The last day it counts; earlier than today when it no longer does. */
  readonly countsUntil: string;
  readonly counts: boolean;
}

/** Everything the privacy page shows to the member it is about. */
export interface MyData {
  readonly member: number;
  readonly said: string;
  readonly usesSocial: boolean;
  /** null: under 18 or unknown, so nothing is ever used. */
  readonly adult: boolean;
  readonly inForce: readonly ConsentKey[];
  /** The newest first. */
  readonly signals: readonly MySignal[];
  readonly companies: number;
  /** The newest first. */
  readonly history: readonly MyEvent[];
  /** The browser says no to relevant ads (Global Privacy Control); they cannot be switched on while it does. */
  readonly gpcOn: boolean;
  /** When that last switched them off, ISO 8601; null when it never had to. */
  readonly gpcHonouredAt: string | null;
}

const iso = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
const nameOf = (segment: string): string => getSegment(segment)?.name ?? segment;

function mySignals(member: Member, today: number): readonly MySignal[] {
  return [...member.signals]
    .sort((a, b) => b.day - a.day)
    .map(({ segment, strength, day }) => ({
      segment,
      name: nameOf(segment),
      within: (getSegment(segment)?.path ?? "").split(" > ").slice(0, -1),
      strength,
      seenOn: iso(day),
      countsUntil: iso(day + countsForDays),
      counts: today - day <= countsForDays,
    }));
}

/** What the network knows of the signed-in member and what is in force, for nobody but them. */
export async function getMyData(ctx: MyContext): Promise<Result<MyData, NoMember>> {
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const { now, events, consentEvents } = loaded.value;
  const today = Math.floor(ctx.now().getTime() / dayMs);
  return ok({
    member: now.number,
    said: describeMember(now),
    usesSocial: now.onSocial,
    adult: now.ageBand !== null,
    inForce: consentsOf(now.consent),
    signals: mySignals(now, today),
    companies: new Set(now.companies.map(({ company }) => company)).size,
    history: listHistory(events, consentEvents),
    gpcOn: ctx.gpc,
    gpcHonouredAt: consentEvents.findLast(({ actor }) => actor === "gpc")?.at ?? null,
  });
}
