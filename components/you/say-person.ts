import type { MyFacts } from "@/lib/network/consent/get-my-data";
import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { formatsIn } from "./messages/formats";
import { wordsIn } from "./messages/words-in";

type Person = Pick<MyFacts, "country" | "ageBand" | "gender" | "device" | "onSocial">;

/** A member in a line: gender, age, country, device and whether they use the social network. */
export function sayPerson(language: NoticeLanguage, person: Person): string {
  const { facts } = wordsIn(language);
  return [
    facts.genders[person.gender],
    person.ageBand ?? facts.ageUnknown,
    formatsIn(language).country(person.country),
    facts.devices[person.device],
    `${facts.social}: ${person.onSocial ? facts.uses : facts.usesNot}`,
  ].join(" · ");
}
