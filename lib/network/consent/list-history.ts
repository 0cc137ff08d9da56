import { companyOfList } from "@/lib/network/population/list-part";
import { getSegment } from "@/lib/network/segments/taxonomy";
import type { ConsentKey } from "./consents-of";
import type { Actor, ConsentEventType, LedgerEvent, Method } from "./ledger/consent-event";
import type { MemberEvent } from "./member-records";
import { ownActs } from "./own-acts";

/** A consent in a line of the history; its receipt is at `/api/you/receipts/<leaf>`. null: it happened before there was a ledger. */
export interface HistoryConsent extends ConsentKey {
  readonly leaf: number | null;
}

export interface MyEvent {
  /** ISO 8601 */
  readonly at: string;
  readonly what: ConsentEventType | "signal_removed" | "signal_added" | "company_removed";
  /** `network`: what they came with, or that they were asked. */
  readonly by: Actor;
  readonly via: Method | null;
  readonly consents: readonly HistoryConsent[];
  readonly signal: string | null;
  /** Its id. */
  readonly company: string | null;
}

/**
 * What happened, the newest first. What happened at one moment in one way is one line: the switch withdraws many consents and
 * is one act.
 */
export function listHistory(
  events: readonly MemberEvent[],
  consentEvents: readonly LedgerEvent[],
): readonly MyEvent[] {
  const lines = new Map<string, MyEvent>();
  for (const event of consentEvents) {
    const { at, type: what, actor: by, method: via, purpose, recipients, leaf } = event;
    const key = `${at} ${what} ${by}`;
    const added = recipients.map((recipient) => ({ purpose, recipient, leaf }));
    const consents = [...(lines.get(key)?.consents ?? []), ...added];
    lines.set(key, { at, what, by, via, consents, signal: null, company: null });
  }
  const receipts = new Set(
    consentEvents.flatMap(({ at, type, purpose, recipients }) =>
      recipients.map((recipient) => `${at} ${type} ${purpose} ${recipient}`),
    ),
  );
  for (const { change, at } of ownActs(events)) {
    const moment = at.toISOString();
    if (change.type === "consent") {
      const what = change.given ? "given" : "withdrawn";
      const { purpose, recipient } = change;
      if (receipts.has(`${moment} ${what} ${purpose} ${recipient}`)) continue;
      const key = `${moment} ${what} member`;
      const known = lines.get(key) ?? memberLine(moment, what);
      const consents = [...known.consents, { purpose, recipient, leaf: null }];
      lines.set(key, { ...known, consents });
    }
    const other = otherLine(change, moment);
    if (other) lines.set(`${moment} ${other.what} ${other.signal ?? other.company}`, other);
  }
  return [...lines.values()].reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

const memberLine = (at: string, what: MyEvent["what"]): MyEvent => ({
  ...{ at, what, by: "member", via: null },
  ...{ consents: [], signal: null, company: null },
});

/** What is no consent; null for what is not told here. */
function otherLine(change: MemberEvent["change"], at: string): MyEvent | null {
  switch (change.type) {
    case "signal":
    case "signal_removed": {
      const what = change.type === "signal" ? "signal_added" : "signal_removed";
      const signal = getSegment(change.segment)?.name ?? change.segment;
      return { ...memberLine(at, what), signal };
    }
    case "company_removed":
      if (companyOfList(change.company) !== null) return null;
      return { ...memberLine(at, change.type), company: change.company };
    default:
      return null;
  }
}
