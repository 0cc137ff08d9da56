import type { MethodNote, Period } from "./report";
import { sayDays } from "./words";

interface Told {
  readonly currency: string;
  readonly timeZone: string;
  readonly period: Period;
  readonly settled: Period | null;
  readonly simulated: boolean;
}

/** How the numbers were made. Part of every report, page, print, file and link; nothing can leave it out. */
export function methodNotes(told: Told): MethodNote[] {
  return [
    {
      term: "Who is counted",
      text: "Adults with a known age who said yes to relevant ads in the app that showed the ad, and who were shown one of the ads. Each person is counted once, however many ads, days, apps and campaigns.",
    },
    {
      term: "Consent",
      text: "Consent is checked when an audience is put together and again before each ad. Somebody who says no is left out from then on; numbers of days that had closed stay as they were.",
    },
    {
      term: "Ranges and floor",
      text: "Numbers of people are rounded and given as a range. Below 1,000 people only \u201cfewer than 1,000\u201d is said, and nothing is computed from it. Spend and impressions are exact.",
    },
    {
      term: "Reach never adds up",
      text: "Reach of several campaigns, days or clients is the number of different people in all of them, asked for as such. It is at most the sum of its rows, usually less, and no total here is a sum.",
    },
    {
      term: "Projections",
      text: "Today so far is a projection. So is the reach of what was never asked before while the agency's budget for reports is used up: computed from impressions, with a range of at least a tenth either way.",
    },
    {
      term: "New people",
      text: "New people of a week are what the cumulative reach rose by, so both ranges stand behind it. \u201cToo few to say\u201d means that the ranges leave it open.",
    },
    {
      term: "Plan",
      text: "Planned spend is each campaign's daily budget on each day it was to run, or its lifetime budget spread evenly over its days. The planned reach is what that spend would have reached at this period's prices.",
    },
    {
      term: "Period, time and money",
      text: `${sayDays(told.period)} in ${told.timeZone}${closing(told)}. All money is in ${told.currency}.${told.simulated ? " The network's clock is simulated and runs faster than real time." : ""}`,
    },
  ];
}

function closing({ period, settled }: Told): string {
  if (!settled) return ", no day of which has closed";
  return settled.until < period.until
    ? `, closed days up to ${sayDays({ since: settled.until, until: settled.until })}`
    : ", all days closed";
}
