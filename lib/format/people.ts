import { numberLocale } from "./locale";

const compact = new Intl.NumberFormat(numberLocale, {
  notation: "compact",
  maximumSignificantDigits: 3,
});
const short = new Intl.NumberFormat(numberLocale, {
  notation: "compact",
  maximumSignificantDigits: 2,
});
const whole = new Intl.NumberFormat(numberLocale, { maximumFractionDigits: 0 });

/** "415K", "2.13M", "950": three significant digits. */
export const formatPeople = (people: number): string => compact.format(people);

/** "2.1M": two significant digits, for a number that is only a setting. */
export const formatAboutPeople = (people: number): string => short.format(people);

/** "415,300": every digit that may be shown. */
export const formatPeopleInFull = (people: number): string => whole.format(people);

export interface PeopleRange {
  readonly lower: number;
  readonly upper: number;
  readonly hidden: boolean;
}

/** "415K–435K"; one number when both ends read the same; below the floor only "fewer than 1,000". */
export function formatRange(range: PeopleRange): string {
  if (range.hidden) return `fewer than ${whole.format(range.upper)}`;
  const lower = compact.format(range.lower);
  const upper = compact.format(range.upper);
  return lower === upper ? upper : `${lower}–${upper}`;
}

/** The same for a screen reader: "415K to 435K". */
export const sayRange = (range: PeopleRange): string => formatRange(range).replace("–", " to ");
