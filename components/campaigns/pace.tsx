import { Status } from "@/components/ui/status";
import type { Pace as Value } from "@/lib/campaigns/money";
import { formatShare } from "@/lib/format/share";

const words = { behind: "Behind", on_pace: "On pace", ahead: "Ahead" } as const;
const tones = { behind: "warn", on_pace: "ok", ahead: "warn" } as const;

/** Spend against what is due by now, as a word with its share. */
export function Pace({ pace, ratio }: { pace: Value | null; ratio: number | null }) {
  if (pace === null) return <span className="text-ink-3">Too early to say</span>;
  return (
    <Status tone={tones[pace]}>
      {words[pace]}
      {ratio !== null && <span className="text-ink-2">{formatShare(ratio)} of due</span>}
    </Status>
  );
}
