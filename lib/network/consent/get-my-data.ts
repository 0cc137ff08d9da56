import { companyBehind } from "@/lib/network/population/list-part";
import type { CompanyRelation, Member } from "@/lib/network/population/member";
import type { Strength } from "@/lib/network/reach/expression";
import { getSegment } from "@/lib/network/segments/taxonomy";
import { ok, type Result } from "@/lib/result";
import { type ConsentKey, consentsOf } from "./consents-of";
import { listHistory, type MyEvent } from "./list-history";
import { type LoadedMember, loadMember, type MyContext, type NoMember } from "./load-member";

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
  /** `app`: the messaging app told of it; `made`: they came into this network with it. */
  readonly from: "app" | "made";
}

/** A company the member works with, once for each way. */
export interface MyCompany {
  readonly company: string;
  readonly kinds: readonly {
    readonly kind: CompanyRelation["kind"];
    /** YYYY-MM-DD */
    readonly since: string;
  }[];
}

/** What is known of the member besides signals, companies and consents. */
export interface MyFacts
  extends Pick<
    Member,
    "country" | "region" | "language" | "ageBand" | "gender" | "device" | "onSocial"
  > {
  /** YYYY-MM-DD */
  readonly lastActiveOn: string;
}

/** Everything the privacy page shows to the member it is about. */
export interface MyData {
  readonly member: number;
  readonly facts: MyFacts;
  readonly inForce: readonly ConsentKey[];
  /** The newest first. */
  readonly signals: readonly MySignal[];
  readonly companies: readonly MyCompany[];
  /** The newest first. */
  readonly history: readonly MyEvent[];
  /** The browser says no to relevant ads (Global Privacy Control); they cannot be switched on while it does. */
  readonly gpcOn: boolean;
  /** When that last switched them off, ISO 8601; null when it never had to. */
  readonly gpcHonouredAt: string | null;
  /** Until when they are kept out of every audience and ad because their signals look like spam, ISO 8601; null: they are not. */
  readonly heldUntil: string | null;
}

const iso = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
const nameOf = (segment: string): string => getSegment(segment)?.name ?? segment;

function mySignals({ made, now, events }: LoadedMember, today: number): readonly MySignal[] {
  const told = new Set(
    events.flatMap(({ change }) =>
      change.type === "signal" ? [`${change.segment} ${change.day}`] : [],
    ),
  );
  for (const { segment, day } of made.signals) told.delete(`${segment} ${day}`);
  return [...now.signals]
    .sort((a, b) => b.day - a.day)
    .map(({ segment, strength, day }) => ({
      segment,
      name: nameOf(segment),
      within: (getSegment(segment)?.path ?? "").split(" > ").slice(0, -1),
      strength,
      seenOn: iso(day),
      countsUntil: iso(day + countsForDays),
      counts: today - day <= countsForDays,
      from: told.has(`${segment} ${day}`) ? "app" : "made",
    }));
}

function myCompanies({ companies }: Member): readonly MyCompany[] {
  return [...new Set(companies.map(({ company }) => companyBehind(company)))].map((company) => {
    // Somebody may stand on several of its lists: one line, since the first of them.
    const since = new Map<CompanyRelation["kind"], number>();
    for (const { company: relation, kind, day } of companies) {
      if (companyBehind(relation) !== company) continue;
      since.set(kind, Math.min(day, since.get(kind) ?? day));
    }
    return { company, kinds: [...since].map(([kind, day]) => ({ kind, since: iso(day) })) };
  });
}

function myFacts(now: Member): MyFacts {
  const { country, region, language, ageBand, gender, device, onSocial } = now;
  const known = { country, region, language, ageBand, gender, device, onSocial };
  return { ...known, lastActiveOn: iso(now.lastActiveDay) };
}

/** What the network knows of the signed-in member and what is in force, for nobody but them. */
export async function getMyData(ctx: MyContext): Promise<Result<MyData, NoMember>> {
  const [loaded, held] = await Promise.all([loadMember(ctx), ctx.members.getHeldUntil(ctx.member)]);
  if (!loaded.ok) return loaded;
  const { now, events, consentEvents } = loaded.value;
  const today = Math.floor(ctx.now().getTime() / dayMs);
  return ok({
    member: now.number,
    facts: myFacts(now),
    inForce: consentsOf(now.consent),
    signals: mySignals(loaded.value, today),
    companies: myCompanies(now),
    history: listHistory(events, consentEvents),
    gpcOn: ctx.gpc,
    gpcHonouredAt: consentEvents.findLast(({ actor }) => actor === "gpc")?.at ?? null,
    heldUntil: held?.toISOString() ?? null,
  });
}
