import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { wordsIn } from "./messages/words-in";
import { Section } from "./section";

/** In plain words what advertisers get, and what they never get. */
export function NeverSeen({ language }: { language: NoticeLanguage }) {
  const words = wordsIn(language).never;
  return (
    <Section id="never-seen" title={words.title}>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {words.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p className="text-pretty text-ink-2">{words.more}</p>
    </Section>
  );
}
