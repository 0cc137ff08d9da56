import type { JudgedSignals, KnownFacts } from "./known-facts";
import { hourOf, noPace, type Pace, paceWith, quarantineMs } from "./pace";

/** Watches over one batch how many signals come of each person, going on from what is known. */
export function keepPace(known: Pick<KnownFacts, "paces" | "quarantined">, now: Date) {
  const changed = new Map<string, { member: number; hour: number; pace: Pace }>();
  const quarantined = new Map<number, Date>();

  return {
    /** Whether the signal is taken; one too many quarantines the person. */
    takes(member: number, segment: string, at: Date): boolean {
      const until = quarantined.get(member) ?? known.quarantined.get(member);
      if (until && until > now) return false;
      const hour = hourOf(at);
      const key = `${member}/${hour}`;
      const before = changed.get(key)?.pace ?? known.paces.get(key) ?? noPace;
      const pace = paceWith(before, segment, at);
      if (pace) changed.set(key, { member, hour, pace });
      else quarantined.set(member, new Date(now.getTime() + quarantineMs));
      return pace !== null;
    },
    changed: (): JudgedSignals["paces"] => [...changed.values()],
    quarantined: (): JudgedSignals["quarantined"] =>
      [...quarantined].map(([member, until]) => ({ member, until })),
  };
}
