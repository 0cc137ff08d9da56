import { consentBit } from "@/lib/network/consent/consent-bits";
import type { ConsentLeaf } from "@/lib/network/consent/consent-leaves";
import { recipients } from "@/lib/network/consent/purposes";
import { ageBandIn, yearOfDay } from "@/lib/network/population/age-band";
import {
  countryIndexes,
  languageIndexes,
  regionIndexes,
  unlistedLanguage,
} from "@/lib/network/population/lists";
import { fieldSentence } from "./field-sentence";
import type { ReadPerson } from "./imported-member";
import { keepCompanies } from "./keep-companies";
import { keepSignals } from "./keep-signals";
import { dayOf, dayOfMoment, dayProblem } from "./line-dates";
import { dropped, type LineRefusal, type ReportEntry, refused } from "./line-outcomes";
import { type MemberLine, memberLine } from "./member-line";

export interface LineContext {
  /** The day of the import, in days since 1970-01-01 (UTC). */
  readonly today: number;
  /** Whether the list of companies has it. */
  readonly isDeclared: (company: string) => boolean;
}

export interface ReadLine {
  /** null: the line was refused. */
  readonly person: ReadPerson | null;
  /** The id when the line got as far as having one. */
  readonly id: string | null;
  readonly report: readonly ReportEntry[];
}

/** One line of an import: the person as the network may keep them, or why not. Whether the id was seen before is the caller's to know. */
export function readLine(text: string, context: LineContext): ReadLine {
  const json = parseJson(text);
  if (json === undefined) return no("not_json", null);
  const parsed = memberLine.safeParse(json);
  if (parsed.success) return readMember(parsed.data, context);
  const [issue] = parsed.error.issues;
  const field = issue?.path.at(-1);
  const isDate = issue?.code === "invalid_format" && (field === "at" || field === "last_active");
  return no(isDate ? "invalid_date" : "invalid_field", idOf(json), issue && fieldSentence(issue));
}

function readMember(line: MemberLine, { today, isDeclared }: LineContext): ReadLine {
  const consents = readConsents(line);
  const signals = (line.signals ?? []).map(({ segment, strength, at }) => ({
    segment,
    strength,
    day: dayOf(at),
  }));
  const companies = (line.companies ?? []).map(({ id, kind, at }) => ({
    company: id,
    kind,
    day: dayOf(at),
  }));
  const lastActiveDay = dayOf(line.last_active);
  const problem =
    birthYearProblem(line, today) ??
    (countryIndexes.has(line.country) ? null : "unknown_country") ??
    firstProblem([{ day: lastActiveDay }, ...signals, ...companies], today) ??
    firstProblem(
      consents.map(({ at }) => ({ day: dayOfMoment(at) })),
      today,
    );
  if (problem) return no(problem, line.id);

  const report: ReportEntry[] = [];
  const say = (entry: ReportEntry) => report.push(entry);
  const birthYear = line.birth_year ?? null;
  const consent = bitsOf(consents);
  const isAdult = ageBandIn(birthYear, yearOfDay(today)) !== null;
  const member = {
    birthYear,
    country: line.country,
    region: knownRegion(line, say),
    language: knownLanguage(line, say),
    gender: line.gender,
    device: line.device,
    onSocial: line.on_social,
    lastActiveDay,
    consent,
    signals: keepSignals(signals, { isAdult, consent, today }, say),
    companies: keepCompanies(companies, isDeclared, say),
  };
  const emailSha256 = line.email_sha256?.toLowerCase() ?? null;
  const phoneSha256 = line.phone_sha256?.toLowerCase() ?? null;
  return {
    person: { id: line.id, member, consents, emailSha256, phoneSha256 },
    id: line.id,
    report,
  };
}

const no = (reason: LineRefusal, id: string | null, said?: string): ReadLine => ({
  person: null,
  id,
  report: [refused(reason, said)],
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An id to find the line by, though something else about it is wrong. */
function idOf(json: unknown): string | null {
  if (typeof json !== "object" || json === null || !("id" in json)) return null;
  const id = memberLine.shape.id.safeParse(json.id);
  return id.success ? id.data : null;
}

type Consent = Omit<ConsentLeaf, "member">;

const readConsents = (line: MemberLine): readonly Consent[] =>
  line.consents.map(({ purpose, recipients: to, at, notice }) => ({
    purpose,
    recipients: recipients.filter((one) => to.includes(one)),
    at: Date.parse(at),
    notice,
  }));

const bitsOf = (consents: readonly Consent[]): number =>
  consents.reduce(
    (bits, { purpose, recipients: to }) =>
      to.reduce((sum, one) => sum | consentBit(purpose, one), bits),
    0,
  );

function birthYearProblem({ birth_year: year }: MemberLine, today: number): LineRefusal | null {
  if (year === null || year === undefined) return null;
  const now = yearOfDay(today);
  return year > now || year < now - 120 ? "invalid_birth_year" : null;
}

function firstProblem(
  happened: readonly { readonly day: number }[],
  today: number,
): LineRefusal | null {
  for (const { day } of happened) {
    const problem = dayProblem(day, today);
    if (problem) return problem;
  }
  return null;
}

function knownRegion({ country, region }: MemberLine, say: (entry: ReportEntry) => void) {
  if (region === null || region === undefined) return null;
  if (region.startsWith(`${country}-`) && regionIndexes.has(region)) return region;
  say(dropped("unknown_region"));
  return null;
}

function knownLanguage({ language }: MemberLine, say: (entry: ReportEntry) => void): string {
  if (language === null || language === undefined) return unlistedLanguage;
  if (languageIndexes.has(language)) return language;
  if (language !== unlistedLanguage) say(dropped("unknown_language"));
  return unlistedLanguage;
}
