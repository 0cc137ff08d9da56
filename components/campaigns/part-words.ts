import type { PartName, ReachedPart } from "@/lib/campaigns/parts-view";
import { locale } from "@/lib/format/locale";
import { formatPeople } from "@/lib/format/people";
import { formatShare } from "@/lib/format/share";

/** How a split is named where it is chosen, and above its parts. */
export const splitWords: Readonly<Record<PartName, { label: string; head: string }>> = {
  frequency: { label: "How often", head: "Times seen" },
  age: { label: "Age", head: "Age" },
  gender: { label: "Gender", head: "Gender" },
  place: { label: "Place", head: "Country" },
  placement: { label: "Placement", head: "Placement" },
};

const valueWords: Readonly<Record<string, string>> = {
  ...{ male: "Men", female: "Women", unknown: "Not known" },
  ...{ messenger: "Messenger", social: "Social network", photos: "Photos" },
};

const countries = new Intl.DisplayNames([locale], { type: "region" });

/** A part's value in words: "Women", "Germany", "25–34". */
export function wordOf(by: PartName, value: string): string {
  if (by === "place" && /^[A-Z]{2}$/.test(value)) return countries.of(value) ?? value;
  return valueWords[value] ?? value.replace("-", "–");
}

/** "about 12K (24%)"; only the share where there are too few people for numbers. */
export const sayPart = ({ people, share }: Pick<ReachedPart, "people" | "share">): string =>
  people === null ? formatShare(share) : `about ${formatPeople(people)} (${formatShare(share)})`;

/** Everybody who saw it so often or more, from who saw it exactly so often. */
export function atLeast(parts: readonly ReachedPart[]): readonly ReachedPart[] {
  let share = 0;
  let people = 0;
  return parts
    .toReversed()
    .map((part) => {
      share += part.share;
      people += part.people ?? 0;
      const value = part.value.replace(/-\d+$/, "+").replace(/^(\d+)$/, "$1+");
      return { value, share: Math.min(1, share), people: part.people === null ? null : people };
    })
    .toReversed();
}

const mostShown = 12;

/** Places from the most people on, the many small ones together; everything else in its own order. */
export function inOrder(by: PartName, parts: readonly ReachedPart[]): readonly ReachedPart[] {
  if (by !== "place") return parts;
  const ranked = parts.toSorted((a, b) => b.share - a.share).filter(({ share }) => share > 0);
  if (ranked.length <= mostShown) return ranked;
  const rest = ranked.slice(mostShown - 1);
  const sum = (of: (part: ReachedPart) => number) => rest.reduce((all, one) => all + of(one), 0);
  const people = rest.some((one) => one.people === null) ? null : sum((one) => one.people ?? 0);
  const others = { value: `${rest.length} others`, share: sum(({ share }) => share), people };
  return [...ranked.slice(0, mostShown - 1), others];
}
