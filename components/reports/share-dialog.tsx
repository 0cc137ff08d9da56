"use client";

import { useState } from "react";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { formatDays } from "@/lib/format/date";
import type { ShareButtonProps } from "./share-button";
import { ShareForm } from "./share-form";
import { ShareList } from "./share-list";

/** Makes a link to this report, and shows the client's links with what became of them. */
export function ShareDialog({
  clientId,
  period,
  shares,
  createShare,
  revokeShare,
  onClose,
}: ShareButtonProps & { onClose: () => void }) {
  const [url, setUrl] = useState<string | null>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title="Share this report"
      description={`A link shows the report of ${formatDays(period.since, period.until)} as it is now: read-only, and its numbers never change.`}
    >
      {url ? (
        <div role="status">
          <CopyField
            label="The link"
            value={url}
            description="Copy it now. For safety only its fingerprint is kept, so it cannot be shown again."
          />
        </div>
      ) : (
        <ShareForm
          clientId={clientId}
          period={period}
          createShare={createShare}
          onCreated={setUrl}
        />
      )}
      <ShareList clientId={clientId} shares={shares} revokeShare={revokeShare} />
    </Dialog>
  );
}
