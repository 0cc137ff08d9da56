"use client";

import { Pause, Play } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { CampaignStatus } from "@/lib/campaigns/status-words";
import type { DoToCampaign, OneCampaign } from "./actions-type";
import { ArchiveButton } from "./archive-button";
import { useSwitch } from "./use-switch";

interface LaunchedActionsProps {
  campaign: OneCampaign;
  status: CampaignStatus;
  actions: { pause: DoToCampaign; resume: DoToCampaign; archive: DoToCampaign };
}

/** What may be done to a launched campaign in its present state. */
export function LaunchedActions({ campaign, status, actions }: LaunchedActionsProps) {
  const { busy, pause, resume } = useSwitch(campaign, actions);
  const isOn = status === "delivering" || status === "in_review" || status === "scheduled";
  return (
    <>
      {isOn && (
        <Button busy={busy} onClick={pause}>
          <Pause aria-hidden />
          Pause
        </Button>
      )}
      {status === "paused" && (
        <Button variant="primary" busy={busy} onClick={resume}>
          <Play aria-hidden />
          Resume
        </Button>
      )}
      {status !== "archived" && status !== "unknown" && (
        <ArchiveButton campaign={campaign} archive={actions.archive} running={isOn} />
      )}
    </>
  );
}
