import { lastFourWeeks } from "./period";
import type { Period } from "./report";

/** The period an address asks for; whatever it leaves out comes from the four weeks up to the last closed day. Not checked: verbs do that. */
export function askedPeriod(from: string | null, to: string | null, today: string): Period {
  const standard = lastFourWeeks(today);
  return { since: from ?? standard.since, until: to ?? standard.until };
}
