import { numberLocale } from "./locale";

const percent = new Intl.NumberFormat(numberLocale, { style: "percent", maximumFractionDigits: 0 });
const finePercent = new Intl.NumberFormat(numberLocale, {
  style: "percent",
  maximumFractionDigits: 1,
});

/** "24%"; one decimal below 10%. */
export const formatShare = (share: number): string =>
  (Math.abs(share) < 0.1 ? finePercent : percent).format(share);

const oneIn = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100];
const fractions: readonly (readonly [number, string])[] = [
  [2 / 3, "2 in 3"],
  [3 / 4, "3 in 4"],
  [4 / 5, "4 in 5"],
  [9 / 10, "9 in 10"],
];

/** A share in words: "nearly everyone", "about 1 in 4", "about 9 in 10", "fewer than 1 in 100". */
export function sayShare(share: number): string {
  if (share >= 0.97) return "nearly everyone";
  if (share <= 0) return "nobody";
  if (share < 0.0075) return "fewer than 1 in 100";
  const candidates = [
    ...fractions,
    ...oneIn.map((whole): readonly [number, string] => [1 / whole, `1 in ${whole}`]),
  ];
  const distance = (value: number) => Math.abs(Math.log(value / share));
  const [, words] = candidates.reduce((best, next) =>
    distance(next[0]) < distance(best[0]) ? next : best,
  );
  return `about ${words}`;
}
