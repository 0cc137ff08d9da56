import { type AliasTable, aliasTable } from "./alias-table";

/** Outcome of `ageTable` for members under 18 or of unknown age, who never match anything. */
export const noAgeBand = 6;

const bandEnds = [25, 35, 45, 55, 65, 96];
const unknownAge = 0.02;

/**
 * Age bands of a country's members, from its median age alone: ages follow a Weibull law with that median, nearly
 * exponential where the median is low and humped where it is high; the young and the old use the messenger less.
 */
export function ageTable(medianAge: number): AliasTable {
  const shape = Math.min(2.1, Math.max(1.1, 1.1 + (medianAge - 17) / 30));
  const scale = medianAge / Math.LN2 ** (1 / shape);
  const weights = new Array<number>(7).fill(0);
  for (let age = 13; age < 96; age += 1) {
    const x = (age + 0.5) / scale;
    const people = x ** (shape - 1) * Math.exp(-(x ** shape)) * messengerUse(age);
    const band = age < 18 ? noAgeBand : bandEnds.findIndex((end) => age < end);
    weights[band] = (weights[band] ?? 0) + people * (band === noAgeBand ? 1 : 1 - unknownAge);
    weights[noAgeBand] = (weights[noAgeBand] ?? 0) + (band === noAgeBand ? 0 : people * unknownAge);
  }
  return aliasTable(weights);
}

function messengerUse(age: number): number {
  if (age < 18) return 0.5;
  if (age < 55) return 1;
  return age < 65 ? 0.85 : 0.6;
}
