import { joinAnd } from "@/lib/format/list";
import { isSaturating } from "./draft-why";
import { type PaceWord, paceWord } from "./pace";
import type { ReportCampaign, ReportWeek } from "./report";
import { sayTimes } from "./words";

const often = 6;

/** What to do or to decide, one sentence each; nothing is done by itself. */
export function draftNext(
  weeks: readonly ReportWeek[],
  campaigns: readonly ReportCampaign[],
  frequency: number | null,
): string[] {
  const named = (test: (campaign: ReportCampaign) => boolean) =>
    campaigns.filter(test).map(({ name }) => name);
  const is = (word: PaceWord) => (campaign: ReportCampaign) =>
    campaign.standing === "running" && campaign.pace !== null && paceWord(campaign.pace) === word;
  const slow = named((campaign) => is("behind")(campaign) && !campaign.maxFrequency);
  const held = named((campaign) => is("behind")(campaign) && campaign.maxFrequency !== null);
  const fast = named(is("ahead"));
  const refused = named(({ standing }) => standing === "disapproved");
  const paused = named(({ standing }) => standing === "paused");
  const running = campaigns.some(({ standing }) => standing === "running");
  const scheduled = campaigns.some(({ standing }) => standing === "scheduled");
  const sentence = (names: readonly string[], text: (list: string) => string) =>
    names.length > 0 ? [text(joinAnd(names))] : [];
  return [
    ...sentence(refused, (list) => `Change the ad of ${list}: it was not approved.`),
    ...sentence(slow, (list) => `Widen the audience or lower the budget of ${list}.`),
    ...sentence(
      held,
      (list) => `Widen the audience, allow more ads per person or lower the budget of ${list}.`,
    ),
    ...sentence(fast, (list) => `Watch the spend of ${list}: it is ahead of plan.`),
    ...sentence(paused, (list) => `Decide whether ${list} goes on: it is paused.`),
    ...(isSaturating(weeks) && slow.length + held.length === 0
      ? ["Widen the audience, or end while new people still come."]
      : []),
    ...(running && frequency !== null && frequency > often
      ? [`Set a limit of ads per person: each saw one ${sayTimes(frequency)} times.`]
      : []),
    ...(!running && !scheduled && campaigns.length > 0
      ? ["Nothing runs any more: plan what follows."]
      : []),
  ];
}
