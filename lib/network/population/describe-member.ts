import type { Device, Gender } from "@/lib/network/reach/expression";
import {
  countries,
  countryIndexes,
  languageIndexes,
  languages,
  regionIndexes,
  regions,
} from "./lists";
import type { Member } from "./member";

const who: Readonly<Record<Gender, string>> = {
  female: "A woman",
  male: "A man",
  other: "A person of another gender",
  unknown: "A person",
};

const on: Readonly<Record<Device, string>> = {
  android: "on Android",
  ios: "on iOS",
  kaios: "on KaiOS",
  desktop: "on a desktop",
};

/** One sentence about a member, e.g. "A woman of 25-34 in Mahārāshtra, India, on Android in Hindi, messaging only." */
export function describeMember(member: Member): string {
  const age = member.ageBand === null ? "under 18 or of unknown age" : `of ${member.ageBand}`;
  const country = countries[countryIndexes.get(member.country) ?? -1]?.name ?? member.country;
  const region = member.region && regions[regionIndexes.get(member.region) ?? -1]?.name;
  const language =
    languages[languageIndexes.get(member.language) ?? -1]?.name ?? "another language";
  const social = member.onSocial ? "also posting on social" : "messaging only";
  const place = region ? `${region}, ${country}` : country;
  return `${who[member.gender]} ${age} in ${place}, ${on[member.device]} in ${language}, ${social}.`;
}
