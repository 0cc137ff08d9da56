import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { wordsIn } from "@/components/you/messages/words-in";
import { YouMain } from "@/components/you/you-main";
import { currentLanguage } from "@/lib/server/you/language";
import { setLanguage } from "../language";

interface LeftProps {
  searchParams: Promise<{ readonly lang?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: LeftProps): Promise<Metadata> {
  const words = wordsIn(await currentLanguage((await searchParams).lang));
  return { title: words.leave.farewell, robots: { index: false } };
}

/** Where somebody comes out who deleted everything. */
export default async function LeftPage({ searchParams }: LeftProps) {
  const language = await currentLanguage((await searchParams).lang);
  const { leave } = wordsIn(language);
  return (
    <YouMain language={language} path="/you/left" setLanguage={setLanguage}>
      <h1 className="font-semibold text-xl">{leave.farewell}</h1>
      <p className="text-pretty">{leave.farewellLead}</p>
      {(
        [
          [leave.erasedTitle, leave.erased],
          [leave.remainsTitle, leave.remains],
        ] as const
      ).map(([title, items]) => (
        <section key={title} className="flex flex-col gap-1">
          <h2 className="font-semibold text-lg">{title}</h2>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
      <LinkButton href="/you" className="h-11 self-start text-md">
        {leave.start}
      </LinkButton>
    </YouMain>
  );
}
