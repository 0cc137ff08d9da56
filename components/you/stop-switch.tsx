"use client";

import { type ReactNode, useOptimistic, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";
import type { MyActions } from "./my-actions";
import { useAct } from "./use-act";

interface StopSwitchProps extends Pick<MyActions, "stopEverything" | "undo"> {
  language: NoticeLanguage;
  anyInForce: boolean;
  /** When everything was stopped, if that was the last thing done; ISO 8601. */
  stoppedAt: string | null;
  stoppedCount: number;
  /** Said inside, below the switch. */
  gpc: ReactNode;
  /** What comes between the switch and the choices. */
  notice: ReactNode;
  /** The single choices: shown while the switch is on. */
  children: ReactNode;
}

/** The one switch. Off stops everything at once; on gives nothing by itself, it only opens the choices. */
export function StopSwitch(props: StopSwitchProps) {
  const { language, anyInForce, stoppedAt, stoppedCount, stopEverything, undo } = props;
  const words = wordsIn(language);
  const [pending, act] = useAct(words);
  const [opened, setOpened] = useState(false);
  const [on, setOn] = useOptimistic(anyInForce || opened);
  const change = (checked: boolean) => {
    if (checked || !anyInForce) {
      setOpened(checked);
      return;
    }
    const clientAt = new Date().toISOString();
    setOpened(false);
    act(
      () => stopEverything({ language, clientAt }),
      () => {},
      () => setOn(false),
    );
  };
  return (
    <>
      <section
        aria-label={words.all.label}
        aria-busy={pending}
        className="flex flex-col gap-3 rounded-md border border-line-strong bg-surface p-4"
      >
        <Switch
          label={<span className="font-semibold text-lg">{words.all.label}</span>}
          description={<span className="text-md">{on ? words.all.on : words.all.off}</span>}
          checked={on}
          onCheckedChange={change}
        />
        <div role="status" className="contents">
          {!on && stoppedAt && (
            <Notice
              kind="ok"
              title={
                <>
                  {words.all.stoppedAt} <StopTime at={stoppedAt} language={language} />:{" "}
                  {words.all.withdrawn(stoppedCount)}
                </>
              }
            >
              {words.all.effect}
              <Button busy={pending} onClick={() => act(undo)} className="mt-2 flex h-11 text-md">
                {words.undo}
              </Button>
            </Notice>
          )}
        </div>
        {props.gpc}
      </section>
      {props.notice}
      {on && props.children}
    </>
  );
}

/** In the reader's own zone, which the server does not know. */
function StopTime({ at, language }: { at: string; language: NoticeLanguage }) {
  const time = new Intl.DateTimeFormat(formatsIn(language).locale, { timeStyle: "short" });
  return (
    <time dateTime={at} suppressHydrationWarning>
      {time.format(new Date(at))}
    </time>
  );
}
