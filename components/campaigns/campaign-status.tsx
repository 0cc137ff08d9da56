import {
  Archive,
  CalendarClock,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CircleQuestionMark,
  FilePen,
  Hourglass,
  type LucideIcon,
  OctagonX,
  Rocket,
} from "lucide-react";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { statusWords, type CampaignStatus as Value } from "@/lib/campaigns/status-words";

const looks: Readonly<Record<Value, readonly [Tone, LucideIcon]>> = {
  draft: ["neutral", FilePen],
  launching: ["accent", Rocket],
  scheduled: ["accent", CalendarClock],
  in_review: ["accent", Hourglass],
  delivering: ["ok", CirclePlay],
  paused: ["warn", CirclePause],
  ended: ["neutral", CircleCheck],
  disapproved: ["bad", OctagonX],
  archived: ["neutral", Archive],
  unknown: ["warn", CircleQuestionMark],
};

/** What a campaign is doing: icon, word and colour. */
export function CampaignStatus({ status }: { status: Value }) {
  const [tone, Icon] = looks[status];
  return (
    <Status tone={tone} icon={<Icon aria-hidden />}>
      {statusWords[status]}
    </Status>
  );
}
