import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { DoorForm, type OfferedNumber } from "./door-form";
import type { DoorState } from "./door-state";
import { wordsIn } from "./messages/words-in";

interface DoorProps {
  language: NoticeLanguage;
  /** Of a demonstration; null: nothing here sends text messages, and none are shown. */
  offered: readonly OfferedNumber[] | null;
  signIn: (state: DoorState, form: FormData) => Promise<DoorState>;
}

/** The way in: a number and the code that is sent to it. */
export function Door({ language, offered, signIn }: DoorProps) {
  const words = wordsIn(language);
  return (
    <>
      <h1 className="font-semibold text-xl">{words.title}</h1>
      <p className="text-pretty text-ink-2">{words.lead}</p>
      {offered === null ? (
        <Notice kind="warn" title={words.door.noSenderTitle}>
          {words.door.noSender}
        </Notice>
      ) : (
        <DoorForm language={language} offered={offered} signIn={signIn} />
      )}
      <Link
        href="/ads"
        className="flex min-h-11 items-center self-start text-accent underline underline-offset-4"
      >
        {words.door.ads}
      </Link>
    </>
  );
}
