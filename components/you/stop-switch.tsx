"use client";

import { type ReactNode, useOptimistic, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { formatTime } from "@/lib/format/date";
import type { MyActions } from "./my-actions";

interface StopSwitchProps extends Pick<MyActions, "stopEverything" | "undo"> {
  anyInForce: boolean;
  /** When everything was stopped, if that was the last thing done; ISO 8601. */
  stoppedAt: string | null;
  stoppedCount: number;
  /** The single choices: shown while the switch is on. */
  children: ReactNode;
}

/** The one switch. Off stops everything at once; on gives nothing by itself, it only opens the choices. */
export function StopSwitch({
  anyInForce,
  stoppedAt,
  stoppedCount,
  stopEverything,
  undo,
  children,
}: StopSwitchProps) {
  const [pending, startTransition] = useTransition();
  const [opened, setOpened] = useState(false);
  const [on, setOn] = useOptimistic(anyInForce || opened);
  const change = (checked: boolean) => {
    if (checked || !anyInForce) {
      setOpened(checked);
      return;
    }
    startTransition(async () => {
      setOn(false);
      const answer = await stopEverything();
      setOpened(false);
      if (!answer.ok) toast(answer.error.message, { kind: "bad" });
    });
  };
  const takeBack = () =>
    startTransition(async () => {
      const answer = await undo();
      if (!answer.ok) toast(answer.error.message, { kind: "bad" });
    });
  return (
    <>
      <section aria-busy={pending} className="flex flex-col gap-3 rounded-md border bg-surface p-4">
        <Switch
          label={<span className="font-semibold">My data may be used</span>}
          description={
            <span className="text-md">
              {on
                ? "Switch it off, and everything below stops at once, in every app."
                : "Nothing below is in force. The service stays the same."}
            </span>
          }
          checked={on}
          onCheckedChange={change}
        />
        <div role="status">
          {!on && stoppedAt && (
            <Notice
              kind="ok"
              title={
                <>
                  Stopped at {/* The reader's own zone, which the server does not know. */}
                  <time dateTime={stoppedAt} suppressHydrationWarning>
                    {formatTime(new Date(stoppedAt))}
                  </time>
                  {stoppedCount === 1
                    ? ": one consent withdrawn"
                    : `: all ${stoppedCount} consents withdrawn`}
                </>
              }
            >
              No audience counts you and no ad is chosen for you from now on. Numbers of days that
              had closed stay as they were.
              <Button busy={pending} onClick={takeBack} className="mt-2 flex">
                Undo
              </Button>
            </Notice>
          )}
        </div>
      </section>
      {on && children}
    </>
  );
}
