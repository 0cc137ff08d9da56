"use client";

import { Check, CloudOff, LoaderCircle, Pencil, TriangleAlert } from "lucide-react";
import { Status } from "@/components/ui/status";
import { formatTime } from "@/lib/format/date";
import type { SaveState } from "./autosave";
import type { Content } from "./use-saving";

/** "Saved 12:04", or why it is not. */
export function SaveStatus({ state, timeZone }: { state: SaveState<Content>; timeZone: string }) {
  switch (state.kind) {
    case "saved":
      return <Status icon={<Check aria-hidden />}>Saved {formatTime(state.at, timeZone)}</Status>;
    case "unsaved":
      return <Status icon={<Pencil aria-hidden />}>Not saved yet</Status>;
    case "saving":
      return <Status icon={<LoaderCircle aria-hidden className="animate-spin" />}>Saving</Status>;
    case "unreachable":
      return (
        <Status tone="warn" icon={<CloudOff aria-hidden />}>
          Not saved, trying again
        </Status>
      );
    case "conflict":
      return (
        <Status tone="warn" icon={<TriangleAlert aria-hidden />}>
          Not saved: somebody else changed it
        </Status>
      );
    case "refused":
      return Object.keys(state.fields).length > 0 ? (
        <Status icon={<Check aria-hidden />}>Draft kept</Status>
      ) : (
        <Status tone="bad">Not saved</Status>
      );
  }
}
