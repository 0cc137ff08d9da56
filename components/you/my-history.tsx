"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { MyEvent } from "@/lib/network/consent/list-history";
import type { Notice } from "@/lib/network/consent/notices/notice";
import { HistoryLine } from "./history-line";
import { wordsIn } from "./messages/words-in";
import { Section } from "./section";

interface MyHistoryProps {
  history: readonly MyEvent[];
  terms: Notice;
  companyNames: Readonly<Record<string, string>>;
}

const shownFirst = 6;

/** What happened here, the newest first, with receipts. */
export function MyHistory({ history, terms, companyNames }: MyHistoryProps) {
  const words = wordsIn(terms.language);
  const [open, setOpen] = useState(false);
  return (
    <Section id="history" title={words.history.title} lead={words.history.lead}>
      {history.length === 0 ? (
        <p className="text-ink-2">{words.history.none}</p>
      ) : (
        <ol className="divide-y divide-line rounded-md border bg-surface px-4">
          {history.slice(0, open ? undefined : shownFirst).map((event) => (
            <HistoryLine
              key={`${event.at} ${event.what} ${event.by} ${event.signal} ${event.company}`}
              event={event}
              terms={terms}
              companyName={(company) => companyNames[company] ?? company}
            />
          ))}
        </ol>
      )}
      {!open && history.length > shownFirst && (
        <Button className="h-11 self-start text-md" onClick={() => setOpen(true)}>
          {words.signals.more(history.length)}
        </Button>
      )}
    </Section>
  );
}
