import type { Change } from "@/lib/ad-api/panel";
import { formatDay } from "@/lib/format/date";
import { formatPeopleInFull } from "@/lib/format/people";

/** "About 2,300 fewer than last week: people opted out or signals expired." It is a net change, so it is said of both at once. */
export function sayChange({ people, since }: Change, asOf: string): string {
  const weeks = Math.round((Date.parse(asOf) - Date.parse(since)) / (7 * 86_400_000));
  const before =
    weeks === 1 ? "the week before" : `in the week of ${formatDay(since.slice(0, 10))}`;
  const many = formatPeopleInFull(Math.abs(people));
  return people < 0
    ? `About ${many} fewer than ${before}: people opted out or signals expired.`
    : `About ${many} more than ${before}: people said yes or showed new interest.`;
}
