"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { refuse } from "@/lib/result";
import type { DoToCampaign, Launch, OneCampaign } from "./actions-type";

interface LaunchingCampaignProps {
  campaign: OneCampaign;
  version: number;
  mayLaunch: boolean;
  actions: { launch: Launch; withdraw: DoToCampaign };
}

const unreachable = refuse("unreachable", "The server cannot be reached. Try again.");

/** A launch that is written down and not finished: nothing runs, and it can go either way. */
export function LaunchingCampaign({
  campaign,
  version,
  mayLaunch,
  actions,
}: LaunchingCampaignProps) {
  const router = useRouter();
  const [busy, setBusy] = useState<"on" | "back" | null>(null);
  const act = async (which: "on" | "back") => {
    setBusy(which);
    const result = await (which === "on"
      ? actions.launch({ ...campaign, version })
      : actions.withdraw(campaign)
    ).catch(() => unreachable);
    setBusy(null);
    if (!result.ok) toast(result.error.message, { kind: "bad" });
    router.refresh();
  };
  return (
    <Notice kind="warn" title="This launch is not finished">
      <p>
        It is written down with its audience and is carried on when the server starts again. Nothing
        runs and nothing is spent until all of it stands.
      </p>
      {mayLaunch && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button variant="primary" busy={busy === "on"} onClick={() => void act("on")}>
            Carry on launching
          </Button>
          <Button busy={busy === "back"} onClick={() => void act("back")}>
            Back to a draft
          </Button>
        </div>
      )}
    </Notice>
  );
}
