import { formatDay } from "@/lib/format/date";
import { formatPeopleInFull } from "@/lib/format/people";
import { formatShare } from "@/lib/format/share";
import type { AdView } from "./ad-view";

/** How many people an ad reached, as a report released it, and whom that number counts. */
export function sayReached({ reached, ads }: Pick<AdView, "reached" | "ads">): string {
  if (!reached) return "No report has released a number yet.";
  const { people, adSets, until } = reached;
  const number = people.hidden
    ? `Fewer than ${formatPeopleInFull(people.upper)}`
    : `${formatPeopleInFull(people.lower)} to ${formatPeopleInFull(people.upper)}`;
  const whom =
    adSets > 1
      ? ", with the other ads of its campaign"
      : ads > 1
        ? ", with the ads it shared its audience with"
        : "";
  return `${number} until ${formatDay(until)}${whom}.`;
}

type Country = NonNullable<AdView["reached"]>["byCountry"][number];

/** "Germany: about 1,200", or its share where people are too few to say. */
export const sayCountry = ({ name, people, share }: Country): string =>
  people === null
    ? `${name}: ${formatShare(share)}`
    : `${name}: about ${formatPeopleInFull(people)}`;
