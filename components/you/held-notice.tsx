import { Notice } from "@/components/ui/notice";
import type { MyData } from "@/lib/network/consent/get-my-data";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";

interface HeldNoticeProps extends Pick<MyData, "heldUntil"> {
  language: NoticeLanguage;
}

/** That the member is kept out for a while because their signals look like spam, until when, and what does not change. */
export function HeldNotice({ language, heldUntil }: HeldNoticeProps) {
  if (heldUntil === null) return null;
  const { title, text } = wordsIn(language).held;
  return (
    <Notice kind="warn" title={title}>
      {text(formatsIn(language).moment(heldUntil))}
    </Notice>
  );
}
