import { describeMember } from "@/lib/network/population/describe-member";
import type { Member } from "@/lib/network/population/member";
import type { Strength } from "@/lib/network/reach/expression";
import { getSegment } from "@/lib/network/segments/taxonomy";
import { ok, type Result } from "@/lib/result";
import { type ConsentKey, consentsOf } from "./consents-of";
import { loadMember, type MyContext, type NoMember } from "./load-member";
import type { MemberEvent } from "./member-records";

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

export interface MyEvent {
  /** ISO 8601 */
  readonly at: string;
  readonly what: "given" | "withdrawn" | "signal_removed" | "signal_added";
  readonly consents: readonly ConsentKey[];
  readonly signal: string | null;
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
  /** What the member did here, the newest first. */
  readonly history: readonly MyEvent[];
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

/** What happened at one moment is one line: the switch withdraws many consents and is one act. */
function history(events: readonly MemberEvent[]): readonly MyEvent[] {
  const lines = new Map<string, MyEvent>();
  for (const { change, at } of events) {
    const moment = at.toISOString();
    if (change.type === "consent") {
      const what = change.given ? "given" : "withdrawn";
      const key = `${moment} ${what}`;
      const { purpose, recipient } = change;
      const consents = [...(lines.get(key)?.consents ?? []), { purpose, recipient }];
      lines.set(key, { at: moment, what, consents, signal: null });
    }
    if (change.type === "signal_removed" || change.type === "signal") {
      const what = change.type === "signal" ? "signal_added" : "signal_removed";
      const signal = nameOf(change.segment);
      lines.set(`${moment} ${what} ${signal}`, { at: moment, what, consents: [], signal });
    }
  }
  return [...lines.values()].reverse();
}

/** What the network knows of the signed-in member and what is in force, for nobody but them. */
export async function getMyData(ctx: MyContext): Promise<Result<MyData, NoMember>> {
  const loaded = await loadMember(ctx);
  if (!loaded.ok) return loaded;
  const { now, events } = loaded.value;
  const today = Math.floor(ctx.now().getTime() / dayMs);
  return ok({
    member: now.number,
    said: describeMember(now),
    usesSocial: now.onSocial,
    adult: now.ageBand !== null,
    inForce: consentsOf(now.consent),
    signals: mySignals(now, today),
    companies: new Set(now.companies.map(({ company }) => company)).size,
    history: history(events),
  });
}
