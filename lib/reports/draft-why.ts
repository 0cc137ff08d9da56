import { formatShortDay } from "@/lib/format/date";
import { formatPeople } from "@/lib/format/people";
import { formatShare } from "@/lib/format/share";
import type { Told } from "./draft-headline";
import { paceWord } from "./pace";
import type { ReportCampaign, ReportNumbers, ReportWeek } from "./report";
import { sayMoney } from "./words";

/** Money for a thousand people reached, in minor units; null while there are too few people to say. */
export const costPerThousand = (numbers: ReportNumbers): number | null =>
  numbers.reach.hidden || numbers.reach.shown === 0
    ? null
    : (numbers.spendMinor / numbers.reach.shown) * 1000;

function priceSentence(told: Told, was: ReportNumbers | null): string | null {
  const now = costPerThousand(told.total);
  const before = was ? costPerThousand(was) : null;
  if (now === null || before === null || before === 0) return null;
  const change = now / before - 1;
  if (Math.abs(change) < 0.1) return null;
  const say = (minor: number) => sayMoney(Math.round(minor), told);
  return `A thousand people cost ${say(now)}, ${formatShare(Math.abs(change))} ${change > 0 ? "more" : "less"} than before (${say(before)}).`;
}

/** First and last full weeks compared: new people run out before the budget does. */
export function isSaturating(weeks: readonly ReportWeek[]): boolean {
  const known = weeks.filter(({ newPeople }) => newPeople !== null);
  const first = known.at(0)?.newPeople ?? 0;
  const last = known.at(-1)?.newPeople ?? 0;
  return known.length >= 3 && last < first * 0.4;
}

function newPeopleSentence(weeks: readonly ReportWeek[]): string | null {
  if (!isSaturating(weeks)) return null;
  const known = weeks.flatMap(({ since, newPeople }) =>
    newPeople === null ? [] : [`about ${formatPeople(newPeople)} from ${formatShortDay(since)}`],
  );
  return `Fewer people are new each week: ${known.at(0)}, ${known.at(-1)}.`;
}

function paceSentences(campaigns: readonly ReportCampaign[]): string[] {
  return campaigns
    .filter(({ pace }) => pace !== null && paceWord(pace) === "behind")
    .slice(0, 2)
    .map((campaign) => {
      const because = reason(campaign);
      const spent = `${campaign.name} spent ${formatShare(campaign.pace ?? 0)} of what was planned`;
      return because ? `${spent}: ${because}.` : `${spent}.`;
    });
}

/** What the campaign's own settings say about spending too little; null when they say nothing. */
function reason({ standing, maxFrequency }: ReportCampaign): string | null {
  if (standing === "paused") return "it is paused";
  if (standing === "disapproved") return "its ad was not approved";
  if (!maxFrequency) return null;
  const { times, days } = maxFrequency;
  return `nobody is shown it more than ${times === 1 ? "once" : `${times} times`} in ${days === 1 ? "a day" : `${days} days`}`;
}

/** What explains the numbers, as far as the numbers themselves can. */
export function draftWhy(
  told: Told,
  was: ReportNumbers | null,
  weeks: readonly ReportWeek[],
  campaigns: readonly ReportCampaign[],
): string[] {
  const largest = campaigns[0];
  const share =
    largest && told.total.spendMinor > 0 ? largest.numbers.spendMinor / told.total.spendMinor : 0;
  const lead =
    largest && campaigns.length > 1 && share >= 0.4
      ? `${largest.name} took ${formatShare(share)} of the money.`
      : null;
  return [
    priceSentence(told, was),
    newPeopleSentence(weeks),
    lead,
    ...paceSentences(campaigns),
  ].filter((sentence) => sentence !== null);
}
