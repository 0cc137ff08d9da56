import { companyOfList } from "@/lib/network/population/list-part";
import type { MemberEvent } from "./member-records";

/**
 * What the member did here, of all that happened to them: a signal that an app sends is no act, one that comes back by undo is.
 * That signals were erased stands among them, because nothing before it can be taken back any more.
 */
export function ownActs(events: readonly MemberEvent[]): readonly MemberEvent[] {
  const removed = new Set<string>();
  const stopped = new Set<string>();
  return events.filter(({ change, at }) => {
    switch (change.type) {
      case "consent":
      case "signals_cleared":
        return true;
      case "company_removed": {
        // Off a list they come with the company they stop; otherwise the uploader or the network took them off.
        const company = companyOfList(change.company);
        if (company === null) stopped.add(`${at.getTime()} ${change.company}`);
        return company === null || stopped.has(`${at.getTime()} ${company}`);
      }
      case "signal_removed":
        removed.add(change.segment);
        return true;
      case "signal":
        return removed.delete(change.segment);
      case "company":
      case "moved":
      case "left":
      case "joined":
      case "active":
        return false;
      default:
        return change satisfies never;
    }
  });
}
