"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ConsentKey } from "@/lib/network/consent/consents-of";
import type { NeededNotice } from "@/lib/network/consent/get-notice";
import { purposes } from "@/lib/network/consent/purposes";
import { formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";
import type { MyActions } from "./my-actions";
import { useAct } from "./use-act";
import { YesOrNo } from "./yes-or-no";

interface NoticeCardProps extends Pick<MyActions, "answerNotice" | "closeNotice" | "noteShown"> {
  needed: NeededNotice;
  /** It was closed in this visit. */
  closed: boolean;
}

const idOf = ({ purpose, recipient }: ConsentKey) => `${purpose} ${recipient}`;

/** The notice of the change: yes and no weigh the same, nothing is ticked beforehand, and closing it is no answer. */
export function NoticeCard({
  needed,
  closed,
  answerNotice,
  closeNotice,
  noteShown,
}: NoticeCardProps) {
  const { notice, asks } = needed;
  const words = wordsIn(notice.language);
  const [answers, setAnswers] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [open, setOpen] = useState(!closed);
  const [pending, act] = useAct(words);
  const told = useRef(false);
  useEffect(() => {
    if (!open || told.current) return;
    told.current = true;
    // Nothing the member must hear of: they are asked again whether or not it was noted.
    noteShown().catch(() => {});
  }, [open, noteShown]);

  const answerAll = (given: boolean) =>
    setAnswers(new Map(asks.map((key) => [idOf(key), given] as const)));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const choices = asks.flatMap((key) => {
      const given = answers.get(idOf(key));
      return given === undefined ? [] : [{ ...key, given }];
    });
    const { version, language } = notice;
    const clientAt = new Date().toISOString();
    act(
      () => answerNotice({ version, language, clientAt, choices }),
      () => {
        setAnswers(new Map());
        toast(words.notice.saved, { kind: "ok" });
      },
    );
  };
  const close = () => {
    setOpen(false);
    setAnswers(new Map());
    closeNotice().catch(() => {});
  };

  if (!open) {
    return (
      <div role="status" className="flex flex-col items-start gap-2 rounded-md bg-sunken p-4">
        <p className="text-ink-2">{words.notice.closed}</p>
        <Button className="h-11 text-md" onClick={() => setOpen(true)}>
          {words.notice.reopen}
        </Button>
      </div>
    );
  }
  const unanswered = asks.length - answers.size;
  return (
    <section aria-labelledby="notice" className="rounded-md border border-accent bg-surface p-4">
      <form onSubmit={save} aria-busy={pending} className="flex flex-col gap-4">
        <div className="flex flex-col gap-2">
          <h2 id="notice" className="text-balance font-semibold text-lg">
            {notice.title}
          </h2>
          <p className="text-base text-ink-2">
            {words.notice.version(notice.version, formatsIn(notice.language).day(notice.since))}
          </p>
          {notice.intro.map((line) => (
            <p key={line} className="text-pretty">
              {line}
            </p>
          ))}
        </div>
        {purposes.map((purpose) => {
          const own = asks.filter((key) => key.purpose === purpose);
          if (own.length === 0) return null;
          return (
            <fieldset key={purpose} className="min-w-0 border-t pt-4">
              <legend className="float-left w-full font-semibold">
                {notice.purposes[purpose].title}
              </legend>
              <p className="clear-both text-pretty text-ink-2">{notice.purposes[purpose].means}</p>
              {own.map((key) => (
                <YesOrNo
                  key={key.recipient}
                  name={idOf(key)}
                  legend={notice.recipients[key.recipient].name}
                  yes={words.notice.yes}
                  no={words.notice.no}
                  value={answers.get(idOf(key)) ?? null}
                  onAnswer={(given) => setAnswers(new Map(answers).set(idOf(key), given))}
                />
              ))}
            </fieldset>
          );
        })}
        {asks.length > 1 && (
          <div className="grid grid-cols-2 gap-2 border-t pt-4">
            <Button className="h-11 text-md" onClick={() => answerAll(true)}>
              {words.notice.allYes}
            </Button>
            <Button className="h-11 text-md" onClick={() => answerAll(false)}>
              {words.notice.allNo}
            </Button>
          </div>
        )}
        <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-2">
          {notice.promises.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {answers.size > 0 && unanswered > 0 && (
          <p className="text-ink-2">{words.notice.left(unanswered)}</p>
        )}
        <div className="flex flex-col gap-2 sm:flex-row">
          <Button
            type="submit"
            className="h-11 text-md"
            busy={pending}
            disabled={answers.size === 0}
          >
            {words.notice.save}
          </Button>
          <Button className="h-11 text-md" onClick={close}>
            {words.notice.close}
          </Button>
        </div>
      </form>
    </section>
  );
}
