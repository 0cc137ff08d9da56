import { Notice } from "@/components/ui/notice";
import type { MyData } from "@/lib/network/consent/get-my-data";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";

interface GpcNoticeProps extends Pick<MyData, "gpcOn" | "gpcHonouredAt"> {
  language: NoticeLanguage;
}

/** That the browser's Global Privacy Control is honoured, and since when. */
export function GpcNotice({ language, gpcOn, gpcHonouredAt }: GpcNoticeProps) {
  const words = wordsIn(language).all;
  const when = gpcHonouredAt && formatsIn(language).moment(gpcHonouredAt);
  if (!gpcOn) return when ? <Notice>{words.gpcPast(when)}</Notice> : null;
  return (
    <Notice kind="ok" title={words.gpcOn}>
      {words.gpcOnText} {when && words.gpcSince(when)}
    </Notice>
  );
}
