import type { ReactNode } from "react";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { LanguageSwitch } from "./language-switch";

interface YouMainProps {
  language: NoticeLanguage;
  path: string;
  setLanguage: (form: FormData) => Promise<void>;
  children: ReactNode;
}

/** The frame of every page of the privacy centre: phone first, in the member's language. */
export function YouMain({ language, path, setLanguage, children }: YouMainProps) {
  return (
    <main lang={language} className="mx-auto flex max-w-xl flex-col gap-8 p-4 pb-16 text-md">
      <div className="flex flex-col gap-4">
        <LanguageSwitch language={language} path={path} setLanguage={setLanguage} />
        {children}
      </div>
    </main>
  );
}
