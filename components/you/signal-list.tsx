"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { formatDay } from "@/lib/format/date";
import type { MySignal } from "@/lib/network/consent/get-my-data";
import type { MyActions } from "./my-actions";
import { strengthWords } from "./words";

interface SignalListProps extends Pick<MyActions, "removeSignal" | "undo"> {
  signals: readonly MySignal[];
  /** Relevant ads are allowed for at least one app. */
  used: boolean;
}

/** What the network took from what the member did; each can be removed, and brought back. */
export function SignalList({ signals, used, removeSignal, undo }: SignalListProps) {
  const [pending, startTransition] = useTransition();
  const [removing, setRemoving] = useState<string | null>(null);
  const takeBack = () =>
    startTransition(async () => {
      const answer = await undo();
      if (!answer.ok) toast(answer.error.message, { kind: "bad" });
    });
  const remove = ({ segment, name }: MySignal) => {
    setRemoving(segment);
    startTransition(async () => {
      const answer = await removeSignal({ segment });
      if (answer.ok) toast(`${name} removed.`, { action: { label: "Undo", onClick: takeBack } });
      else toast(answer.error.message, { kind: "bad" });
    });
  };
  return (
    <section aria-labelledby="signals" className="flex flex-col gap-3">
      <div>
        <h2 id="signals" className="font-semibold text-lg">
          My signals
        </h2>
        <p className="text-ink-2">
          {used
            ? "What you did in the apps says that you may like these. A signal counts for 180 days."
            : "These are kept, and used for nothing, because relevant ads are off everywhere."}
        </p>
      </div>
      {signals.length === 0 ? (
        <p>There are none.</p>
      ) : (
        <ul aria-busy={pending} className="divide-y divide-line rounded-md border bg-surface">
          {signals.map((signal) => (
            <li key={signal.segment} className="flex items-center justify-between gap-3 px-4 py-2">
              <div className="min-w-0">
                <p>{signal.name}</p>
                <p className="text-base text-ink-2">
                  {[signal.within.at(-1), strengthWords[signal.strength]]
                    .filter(Boolean)
                    .join(", ")}
                </p>
                <p className="text-base text-ink-2">
                  Seen {formatDay(signal.seenOn)},{" "}
                  {signal.counts
                    ? `counts until ${formatDay(signal.countsUntil)}`
                    : "no longer counts"}
                </p>
              </div>
              <Button
                variant="quiet"
                busy={pending && removing === signal.segment}
                onClick={() => remove(signal)}
              >
                Remove<span className="sr-only"> {signal.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
