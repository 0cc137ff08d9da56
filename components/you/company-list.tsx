"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { MyCompany } from "@/lib/network/consent/get-my-data";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";
import type { MyActions } from "./my-actions";
import { Section } from "./section";
import { useAct } from "./use-act";

interface CompanyListProps extends Pick<MyActions, "stopCompany" | "undo"> {
  language: NoticeLanguage;
  companies: readonly (MyCompany & { readonly name: string })[];
}

/** Companies the member works with; each can be stopped, and brought back. */
export function CompanyList({ language, companies, stopCompany, undo }: CompanyListProps) {
  const all = wordsIn(language);
  const words = all.companies;
  const { day } = formatsIn(language);
  const [pending, act] = useAct(all);
  const [stopping, setStopping] = useState<string | null>(null);
  const takeBack = () => act(undo, () => toast(all.undone));
  const stop = (company: string, name: string) => {
    setStopping(company);
    act(
      () => stopCompany({ company }),
      () => toast(words.stopped(name), { action: { label: all.undo, onClick: takeBack } }),
    );
  };
  return (
    <Section id="companies" title={words.title} lead={words.lead}>
      {companies.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul aria-busy={pending} className="divide-y divide-line rounded-md border bg-surface">
          {companies.map(({ company, name, kinds }) => (
            <li key={company} className="flex items-center justify-between gap-3 px-4 py-3">
              <div className="min-w-0">
                <p>{name}</p>
                {kinds.map(({ kind, since }) => (
                  <p key={kind} className="text-base text-ink-2">
                    {words.kinds[kind]}, {words.since(day(since))}
                  </p>
                ))}
              </div>
              <Button
                className="h-11 text-md"
                busy={pending && stopping === company}
                onClick={() => stop(company, name)}
              >
                {words.stop}
                <span className="sr-only"> {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
