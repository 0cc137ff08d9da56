import type { SaveState } from "@/components/audiences/autosave";
import { Status } from "@/components/ui/status";
import { dayIn, formatDay, formatTime } from "@/lib/format/date";

interface SaveLineProps {
  state: SaveState<unknown>;
  /** The client's. */
  timeZone: string;
}

/** How far a draft is saved, in a few words; announced politely. */
export function SaveLine({ state, timeZone }: SaveLineProps) {
  return (
    <span role="status" className="text-sm">
      <Words state={state} timeZone={timeZone} />
    </span>
  );
}

/** The time of day, or the day when that was long ago. */
const whenSaved = (at: Date, timeZone: string): string =>
  Date.now() - at.getTime() < 18 * 3_600_000
    ? formatTime(at, timeZone)
    : formatDay(dayIn(at, timeZone));

function Words({ state, timeZone }: SaveLineProps) {
  switch (state.kind) {
    case "saved":
      return (
        <Status tone="neutral">
          Draft, saved <span suppressHydrationWarning>{whenSaved(state.at, timeZone)}</span>
        </Status>
      );
    case "unsaved":
    case "saving":
      return <Status tone="neutral">Draft, saving…</Status>;
    case "unreachable":
      return (
        <Status tone="warn">
          Not saved: the server cannot be reached. Trying again by itself.
        </Status>
      );
    case "conflict":
      return <Status tone="warn">Not saved: changed by somebody else</Status>;
    case "refused":
      return <Status tone="bad">Not saved: {state.message}</Status>;
  }
}
