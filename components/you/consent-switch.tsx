"use client";

import { useOptimistic, useTransition } from "react";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import type { Purpose, Recipient } from "@/lib/network/consent/purposes";
import type { MyActions } from "./my-actions";

interface ConsentSwitchProps {
  purpose: Purpose;
  recipient: Recipient;
  label: string;
  given: boolean;
  /** The member does not use this app. */
  unused: boolean;
  setConsent: MyActions["setConsent"];
}

export function ConsentSwitch({
  purpose,
  recipient,
  label,
  given,
  unused,
  setConsent,
}: ConsentSwitchProps) {
  const [, startTransition] = useTransition();
  const [shown, setShown] = useOptimistic(given);
  const change = (checked: boolean) =>
    startTransition(async () => {
      setShown(checked);
      const answer = await setConsent({ purpose, recipient, given: checked });
      if (!answer.ok) toast(answer.error.message, { kind: "bad" });
    });
  return (
    <Switch
      className="py-2"
      label={label}
      description={unused && !given ? "You do not use it" : undefined}
      disabled={unused && !given}
      checked={shown}
      onCheckedChange={change}
    />
  );
}
