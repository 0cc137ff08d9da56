import type { MemberEvent } from "./member-records";

/**
 * What the member did here, of all that happened to them: a signal that an app sends is no act, one that comes back by undo is.
 * That signals were erased stands among them, because nothing before it can be taken back any more.
 */
export function ownActs(events: readonly MemberEvent[]): readonly MemberEvent[] {
  const removed = new Set<string>();
  return events.filter(({ change }) => {
    switch (change.type) {
      case "consent":
      case "company_removed":
      case "signals_cleared":
        return true;
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
