import { cn } from "@/lib/cn";
import { type NoticeLanguage, noticeLanguages } from "@/lib/network/consent/notices/notice";
import { wordsIn } from "./messages/words-in";

const names: Readonly<Record<NoticeLanguage, string>> = {
  en: "English",
  de: "Deutsch",
  pt: "Português",
  hi: "हिन्दी",
};

interface LanguageSwitchProps {
  language: NoticeLanguage;
  /** Where to come back to. */
  path: string;
  setLanguage: (form: FormData) => Promise<void>;
}

/** Four buttons, each in its own language; works without scripts. */
export function LanguageSwitch({ language, path, setLanguage }: LanguageSwitchProps) {
  return (
    <nav aria-label={wordsIn(language).language}>
      <form action={setLanguage} className="-mx-2 flex flex-wrap">
        <input type="hidden" name="path" value={path} />
        {noticeLanguages.map((one) => (
          <button
            key={one}
            type="submit"
            name="language"
            value={one}
            lang={one}
            aria-current={one === language ? "true" : undefined}
            className={cn(
              "min-h-11 rounded-sm px-2 text-base",
              one === language
                ? "font-semibold text-ink underline decoration-2 decoration-accent underline-offset-8"
                : "text-ink-2 hover:text-ink",
            )}
          >
            {names[one]}
          </button>
        ))}
      </form>
    </nav>
  );
}
