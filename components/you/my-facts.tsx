import type { MyData } from "@/lib/network/consent/get-my-data";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";
import { Section } from "./section";

interface MyFactsProps {
  language: NoticeLanguage;
  member: number;
  facts: MyData["facts"];
  /** The region's name; null when it is not known. */
  region: string | null;
}

/** What is known besides signals, companies and consents. */
export function MyFacts({ language, member, facts, region }: MyFactsProps) {
  const words = wordsIn(language).facts;
  const { country, languageName, day } = formatsIn(language);
  const rows: readonly (readonly [string, string])[] = [
    [words.age, facts.ageBand ?? words.ageUnknown],
    [words.gender, words.genders[facts.gender]],
    [words.place, [region, country(facts.country)].filter(Boolean).join(", ")],
    [
      words.language,
      /^[a-z]{2,3}$/.test(facts.language) ? languageName(facts.language) : words.languageUnknown,
    ],
    [words.device, words.devices[facts.device]],
    [words.social, facts.onSocial ? words.uses : words.usesNot],
    [words.active, day(facts.lastActiveOn)],
    [words.number, String(member)],
  ];
  return (
    <Section id="facts" title={words.title}>
      <dl className="divide-y divide-line rounded-md border bg-surface px-4">
        {rows.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4 py-2">
            <dt className="text-ink-2">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
