import type { Range } from "@/lib/ad-api/panel";
import { joinAnd } from "@/lib/format/list";
import { formatRange } from "@/lib/format/people";
import { formatShare } from "@/lib/format/share";
import type { Told } from "./draft-headline";
import type { Period, ReportCampaign, ReportNumbers } from "./report";
import { sayDays, sayMoney, sayTimes } from "./words";

/** Whether two released ranges leave no doubt which is larger. */
const clearlyApart = (a: Range, b: Range): boolean => a.lower > b.upper || b.lower > a.upper;

function reachSentence(now: Range, was: Range): string {
  if (now.hidden && was.hidden) return "Too few people were reached in either period to compare.";
  if (!clearlyApart(now, was)) {
    return `About as many people as before: ${formatRange(now)} against ${formatRange(was)}.`;
  }
  const more = now.lower > was.upper;
  const share =
    now.hidden || was.hidden ? "" : `, about ${formatShare(Math.abs(now.shown / was.shown - 1))}`;
  return `${more ? "More" : "Fewer"} people${share}: ${formatRange(now)} against ${formatRange(was)}.`;
}

function spendSentence(told: Told, was: ReportNumbers): string {
  const say = (minor: number) => sayMoney(minor, told);
  const change = told.total.spendMinor / was.spendMinor - 1;
  const against = `${say(told.total.spendMinor)} against ${say(was.spendMinor)}`;
  if (!Number.isFinite(change) || Math.abs(change) < 0.02) return `The same spend: ${against}.`;
  return `${formatShare(Math.abs(change))} ${change > 0 ? "more" : "less"} spend: ${against}.`;
}

function frequencySentence(now: number | null, was: number | null): string | null {
  if (now === null || was === null || Math.abs(now - was) < 0.1) return null;
  const word = now > was ? "more" : "less";
  return `Each person saw the ads ${word} often: ${sayTimes(now)} times against ${sayTimes(was)}.`;
}

function campaignSentences(campaigns: readonly ReportCampaign[], settled: Period): string[] {
  const named = (names: readonly string[], verb: string) =>
    names.length === 0 ? [] : [`${joinAnd(names)} ${verb} in this period.`];
  const within = (day: string | undefined) =>
    day !== undefined && day >= settled.since && day <= settled.until;
  return [
    ...named(
      campaigns.filter(({ days }) => within(days?.since)).map(({ name }) => name),
      "started",
    ),
    ...named(
      campaigns.filter(({ days }) => within(days?.until)).map(({ name }) => name),
      "ended",
    ),
  ];
}

/** What is different from the time before, the most important first; changes that the ranges leave open are not claimed. */
export function draftChanges(
  told: Told,
  before: Period,
  was: ReportNumbers | null,
  campaigns: readonly ReportCampaign[],
): string[] {
  if (!told.settled) return [];
  const started = campaignSentences(campaigns, told.settled);
  if (!was) return [`No ads ran in the time before (${sayDays(before)}).`, ...started];
  if (told.total.impressions === 0) return ["Ads ran in the time before, and none in this one."];
  const often = frequencySentence(told.total.frequency, was.frequency);
  return [
    reachSentence(told.total.reach, was.reach),
    spendSentence(told, was),
    ...(often ? [often] : []),
    ...started,
  ];
}
