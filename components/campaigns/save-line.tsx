import type { SaveState } from "@/components/audiences/autosave";
import { Status } from "@/components/ui/status";
import { formatTime } from "@/lib/format/date";

/** How far a draft is saved, in a few words; announced politely. */
export function SaveLine({ state }: { state: SaveState<unknown> }) {
  return (
    <span role="status" className="text-sm">
      <Words state={state} />
    </span>
  );
}

function Words({ state }: { state: SaveState<unknown> }) {
  switch (state.kind) {
    case "saved":
      return (
        <Status tone="neutral">
          Draft, saved <span suppressHydrationWarning>{formatTime(state.at)}</span>
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
