"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { MySignal } from "@/lib/network/consent/get-my-data";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";
import type { MyActions } from "./my-actions";
import { Section } from "./section";
import { useAct } from "./use-act";

interface SignalListProps extends Pick<MyActions, "removeSignal" | "undo"> {
  language: NoticeLanguage;
  signals: readonly MySignal[];
  /** Relevant ads are allowed for at least one app. */
  used: boolean;
}

const shownFirst = 8;

/** What the network took from what the member did; each can be removed, and brought back. */
export function SignalList({ language, signals, used, removeSignal, undo }: SignalListProps) {
  const all = wordsIn(language);
  const words = all.signals;
  const { day } = formatsIn(language);
  const [pending, act] = useAct(all);
  const [removing, setRemoving] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const takeBack = () => act(undo, () => toast(all.undone));
  const remove = ({ segment, name }: MySignal) => {
    setRemoving(segment);
    act(
      () => removeSignal({ segment }),
      () => toast(words.removed(name), { action: { label: all.undo, onClick: takeBack } }),
    );
  };
  return (
    <Section id="signals" title={words.title} lead={used ? words.used : words.unused}>
      {signals.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul aria-busy={pending} className="divide-y divide-line rounded-md border bg-surface">
          {signals.slice(0, open ? undefined : shownFirst).map((signal) => (
            <li key={signal.segment} className="flex items-center justify-between gap-3 px-4 py-3">
              <div className="min-w-0">
                <p lang="en">{[signal.within.at(-1), signal.name].filter(Boolean).join(" · ")}</p>
                <p className="text-base text-ink-2">
                  {words.seen(day(signal.seenOn))}, {words.from[signal.from]} ·{" "}
                  {words.strength[signal.strength]},{" "}
                  {signal.counts ? words.until(day(signal.countsUntil)) : words.past}
                </p>
              </div>
              <Button
                className="h-11 text-md"
                busy={pending && removing === signal.segment}
                onClick={() => remove(signal)}
              >
                {words.remove}
                <span className="sr-only" lang="en">
                  {" "}
                  {signal.name}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!open && signals.length > shownFirst && (
        <Button className="h-11 self-start text-md" onClick={() => setOpen(true)}>
          {words.more(signals.length)}
        </Button>
      )}
      {language !== "en" && signals.length > 0 && (
        <p className="text-base text-ink-2">{words.names}</p>
      )}
    </Section>
  );
}
