"use client";

import { Link2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Period } from "@/lib/reports/report";
import type { ShareInput, ShareView } from "@/lib/reports/share";
import type { Refusal, Result } from "@/lib/result";

const ShareDialog = dynamic(() => import("./share-dialog").then((m) => m.ShareDialog), {
  ssr: false,
});

export interface ShareActions {
  readonly createShare: (input: ShareInput) => Promise<Result<{ readonly url: string }, Refusal>>;
  readonly revokeShare: (input: {
    readonly clientId: string;
    readonly shareId: string;
  }) => Promise<Result<unknown, Refusal>>;
}

export interface ShareButtonProps extends ShareActions {
  readonly clientId: string;
  readonly period: Period;
  readonly shares: readonly ShareView[];
}

export function ShareButton(props: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Link2 aria-hidden />
        Share
      </Button>
      {open && <ShareDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
