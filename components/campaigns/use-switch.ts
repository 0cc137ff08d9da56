"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { CampaignDelivery } from "@/lib/campaigns/delivery-view";
import { refuse } from "@/lib/result";
import type { DoToCampaign, OneCampaign } from "./actions-type";
import { campaignKeys } from "./queries";

interface Switches {
  readonly pause: DoToCampaign;
  readonly resume: DoToCampaign;
}

/** Pauses or resumes at once, says so with an undo, and takes it back when the network refused. */
export function useSwitch(campaign: OneCampaign, { pause, resume }: Switches) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const key = campaignKeys.delivery(campaign.campaignId);

  /** Shows the new state at once; answers how to take that back. */
  const showAs = async (status: CampaignDelivery["status"]) => {
    await client.cancelQueries({ queryKey: key });
    const before = client.getQueryData<CampaignDelivery>(key);
    if (before) client.setQueryData(key, { ...before, status });
    return () => client.setQueryData(key, before);
  };

  const turn = async (on: boolean, withUndo: boolean) => {
    setBusy(true);
    const takeBack = await showAs(on ? "delivering" : "paused");
    const result = await (on ? resume : pause)(campaign).catch(() => unreachable);
    setBusy(false);
    if (result.ok) {
      const undo = { label: "Undo", onClick: () => void turn(!on, false) };
      toast(words[on ? "resumed" : "paused"], { kind: "ok", action: withUndo ? undo : undefined });
    } else {
      takeBack();
      toast(result.error.message, { kind: "bad" });
    }
    await client.invalidateQueries({ queryKey: campaignKeys.all });
  };

  return { busy, pause: () => void turn(false, true), resume: () => void turn(true, true) };
}

const words = {
  resumed: "Resumed. It delivers again.",
  paused: "Paused. Nobody sees the ad from now on.",
};

const unreachable = refuse(
  "unreachable",
  "The server cannot be reached. Whether it was done shows when it can be again.",
);
