import {
  Archive,
  CalendarClock,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CircleX,
  Hourglass,
  type LucideIcon,
} from "lucide-react";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { CampaignStanding } from "@/lib/reports/report";

const looks: Record<CampaignStanding, { word: string; tone: Tone; Icon: LucideIcon }> = {
  scheduled: { word: "Scheduled", tone: "neutral", Icon: CalendarClock },
  running: { word: "Running", tone: "ok", Icon: CirclePlay },
  paused: { word: "Paused", tone: "warn", Icon: CirclePause },
  in_review: { word: "In review", tone: "neutral", Icon: Hourglass },
  disapproved: { word: "Not approved", tone: "bad", Icon: CircleX },
  ended: { word: "Ended", tone: "neutral", Icon: CircleCheck },
  archived: { word: "Archived", tone: "neutral", Icon: Archive },
};

export function StandingStatus({ standing }: { standing: CampaignStanding }) {
  const { word, tone, Icon } = looks[standing];
  return (
    <Status tone={tone} icon={<Icon aria-hidden />}>
      {word}
    </Status>
  );
}
