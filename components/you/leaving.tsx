import { Button } from "@/components/ui/button";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { wordsIn } from "./messages/words-in";
import { Section } from "./section";

interface LeavingProps {
  language: NoticeLanguage;
  deleteEverything: () => Promise<void>;
}

/** Taking everything along, and deleting everything: explained first, then one press. */
export function Leaving({ language, deleteEverything }: LeavingProps) {
  const { take, leave } = wordsIn(language);
  const list = "flex list-disc flex-col gap-1 pl-5";
  return (
    <>
      <Section id="take" title={take.title} lead={take.lead}>
        <a
          href="/api/you/download"
          download
          className="flex min-h-11 items-center self-start rounded-sm border border-line-strong bg-surface px-3 font-medium hover:bg-sunken"
        >
          {take.button}
        </a>
      </Section>
      <Section id="leave" title={leave.title} lead={leave.lead}>
        <details className="rounded-md border bg-surface p-4">
          <summary className="min-h-6 cursor-pointer font-semibold">{leave.open}</summary>
          <div className="mt-3 flex flex-col gap-3">
            <h3 className="font-semibold">{leave.erasedTitle}</h3>
            <ul className={list}>
              {leave.erased.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            <h3 className="font-semibold">{leave.remainsTitle}</h3>
            <ul className={list}>
              {leave.remains.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            <p className="text-pretty text-ink-2">{leave.first}</p>
            <form action={deleteEverything}>
              <Button
                type="submit"
                variant="danger"
                className="h-auto min-h-11 whitespace-normal py-2 text-md"
              >
                {leave.button}
              </Button>
            </form>
          </div>
        </details>
      </Section>
    </>
  );
}
