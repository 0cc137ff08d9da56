import { createHash } from "node:crypto";
import { isGiven } from "@/lib/network/consent/consents-of";
import { purposes, recipients } from "@/lib/network/consent/purposes";
import { ageBandIn, yearOfDay } from "@/lib/network/population/age-band";
import { unlistedLanguage } from "@/lib/network/population/lists";
import type { Member } from "@/lib/network/population/member";
import { hashText } from "@/lib/network/population/random";
import type { AgeBand } from "@/lib/network/reach/expression";
import { keepSignals } from "./keep-signals";
import type { MemberLine } from "./member-line";

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Youngest and oldest of a band. */
const ages: Readonly<Record<AgeBand, readonly [number, number]>> = {
  "18-24": [18, 24],
  "25-34": [25, 34],
  "35-44": [35, 44],
  "45-54": [45, 54],
  "55-64": [55, 64],
  "65+": [65, 95],
};

/**
 * A synthetic member as a line of an import made on `today`: valid, and without what an import would leave out. Birth years, moments
 * and addresses are made up from the number, the same each time.
 */
export function lineOfMember(member: Member, today: number): MemberLine {
  const { number, consent, language } = member;
  const id = `m-${number + 1}`;
  const birthYear = birthYearOf(member, yearOfDay(today));
  const isAdult = ageBandIn(birthYear, yearOfDay(today)) !== null;
  const signals = keepSignals(member.signals, { isAdult, consent, today }, () => undefined);
  const given = today - 1 - (hashText(`${id} consent`) % 300);
  const time = new Date((hashText(`${id} time`) % 86_400) * 1000).toISOString().slice(11, 19);
  return {
    id,
    birth_year: birthYear,
    gender: member.gender,
    country: member.country,
    region: member.region,
    language: language === unlistedLanguage ? null : language,
    device: member.device,
    on_social: member.onSocial,
    last_active: dateOf(member.lastActiveDay),
    consents: purposes.flatMap((purpose) => {
      const to = recipients.filter((recipient) => isGiven(consent, { purpose, recipient }));
      const at = `${dateOf(given)}T${time}Z`;
      return to.length > 0 ? [{ purpose, recipients: to, at, notice: "v4" }] : [];
    }),
    signals: signals.map(({ segment, strength, day }) => ({ segment, strength, at: dateOf(day) })),
    companies: member.companies.map(({ company, kind, day }) => ({
      id: company,
      kind,
      at: dateOf(day),
    })),
    email_sha256: sha256(`${id}@example.org`),
    phone_sha256: sha256(`1555${String(number + 1).padStart(8, "0")}`),
  };
}

/** Somebody without a band is of unknown age or 13 to 17. */
function birthYearOf({ number, ageBand }: Member, year: number): number | null {
  const draw = hashText(`m-${number + 1} born`);
  if (ageBand === null) return draw % 2 === 0 ? null : year - 13 - (draw % 5);
  const [youngest, oldest] = ages[ageBand];
  return year - youngest - (draw % (oldest - youngest + 1));
}
