"use client";

import { useOptimistic } from "react";
import { Switch } from "@/components/ui/switch";
import type { Notice } from "@/lib/network/consent/notices/notice";
import type { Purpose, Recipient } from "@/lib/network/consent/purposes";
import { wordsIn } from "./messages/words-in";
import type { MyActions } from "./my-actions";
import { useAct } from "./use-act";

interface ConsentSwitchProps {
  purpose: Purpose;
  recipient: Recipient;
  terms: Notice;
  given: boolean;
  /** The member does not use this app. */
  unused: boolean;
  /** The browser says no to it. */
  held: boolean;
  /** Where it stands; by itself, or beside an ad. */
  via?: "purpose_toggle" | "ad_menu";
  setConsent: MyActions["setConsent"];
}

export function ConsentSwitch(props: ConsentSwitchProps) {
  const { purpose, recipient, terms, given, unused, held, via, setConsent } = props;
  const { language, recipients } = terms;
  const words = wordsIn(language);
  const [, act] = useAct(words);
  const [shown, setShown] = useOptimistic(given);
  const change = (checked: boolean) => {
    const clientAt = new Date().toISOString();
    const input = {
      purpose,
      recipient,
      given: checked,
      via: via ?? ("purpose_toggle" as const),
      language,
      clientAt,
    };
    act(
      () => setConsent(input),
      () => {},
      () => setShown(checked),
    );
  };
  const off = !given && (unused || held);
  return (
    <Switch
      className="min-h-11 items-center py-2"
      label={recipients[recipient].name}
      description={off ? (unused ? words.choices.unused : words.all.gpcOn) : undefined}
      disabled={off}
      checked={shown}
      onCheckedChange={change}
    />
  );
}
