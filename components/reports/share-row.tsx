"use client";

import { useState, useTransition } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import { toast } from "@/components/ui/toast";
import { formatDay, formatDays } from "@/lib/format/date";
import type { ShareView } from "@/lib/reports/share";
import type { ShareActions } from "./share-button";

interface ShareRowProps {
  clientId: string;
  share: ShareView;
  revokeShare: ShareActions["revokeShare"];
}

const states = {
  open: { tone: "ok", word: "Works" },
  expired: { tone: "neutral", word: "Run out" },
  revoked: { tone: "neutral", word: "Switched off" },
} as const;

const viewWords = (views: number) =>
  views === 0 ? "never opened" : views === 1 ? "opened once" : `opened ${views} times`;

export function ShareRow({ clientId, share, revokeShare }: ShareRowProps) {
  const [asking, setAsking] = useState(false);
  const [pending, startTransition] = useTransition();
  const days = formatDays(share.since, share.until);
  const revoke = () =>
    startTransition(async () => {
      const answer = await revokeShare({ clientId, shareId: share.id });
      setAsking(false);
      if (answer.ok) toast(`The link to ${days} no longer works.`, { kind: "ok" });
      else toast(answer.error.message, { kind: "bad" });
    });
  const { tone, word } = states[share.state];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{days}</span>
          <Status tone={tone}>{word}</Status>
        </p>
        <p className="text-ink-2 text-sm">
          {[
            share.scope === "numbers" ? "numbers only" : "numbers and audiences",
            share.withPassword ? "with a password" : "without a password",
            `until ${formatDay(share.expiresAt.slice(0, 10))}`,
            viewWords(share.views),
            `made by ${share.createdBy} on ${formatDay(share.createdAt.slice(0, 10))}`,
          ].join(" · ")}
        </p>
      </div>
      {share.state === "open" && (
        <AlertDialog
          open={asking}
          onOpenChange={setAsking}
          trigger={
            <Button size="sm" variant="danger" aria-label={`Switch off: ${days}`}>
              Switch off
            </Button>
          }
          title="Switch this link off for good?"
          description="Whoever has it sees from now on that it was switched off. A new link can be made at any time."
          confirm="Switch off"
          danger
          busy={pending}
          onConfirm={revoke}
        />
      )}
    </li>
  );
}
