"use client";

import { Archive } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { DoToCampaign, OneCampaign } from "./actions-type";

/** Puts a campaign away for good, after saying what that means. */
export function ArchiveButton({
  campaign,
  archive,
  running,
}: {
  campaign: OneCampaign;
  archive: DoToCampaign;
  running: boolean;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const done = await archive(campaign).catch(() => null);
    setBusy(false);
    setOpen(false);
    if (done?.ok) router.push(`/campaigns?client=${campaign.clientId}`);
    else toast(done?.error.message ?? "The server cannot be reached.", { kind: "bad" });
  };
  return (
    <AlertDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet">
          <Archive aria-hidden />
          Archive
        </Button>
      }
      title={running ? "Stop and archive this campaign?" : "Archive this campaign?"}
      description="It cannot be started again. What it delivered stays in reports."
      confirm="Archive"
      danger={running}
      busy={busy}
      onConfirm={() => void confirm()}
    />
  );
}
