import { advantage, cdpEps, rhoOfCredit, rhoOfOverview } from "./accounting";
import { partForPacing, partForQuestions, standardWindows } from "./budget";
import { floorPeople, launchGate } from "./display";
import { creditUnits, questionLadder, shareFloor, sharpSigma } from "./ladder";
import { countsFrom } from "./release-cells";

const delta = 1e-9;

/** The most calendar months that so many days touch: those from the last of January on. Each has an overview. */
function monthsWithin(days: number): number {
  const end = new Date(Date.UTC(2026, 0, 31 + days));
  return 12 * (end.getUTCFullYear() - 2026) + end.getUTCMonth() + 1;
}

/** The figures of the method page, from the constants that numbers are made with, so that the page cannot say otherwise. */
export function methodFacts() {
  return {
    floor: floorPeople,
    launch: launchGate(sharpSigma),
    sharesOnlyBelow: countsFrom,
    shareFloor,
    partForReports: 1 - partForQuestions,
    partForPacing,
    precision: [
      ...questionLadder.map(({ sigma, enough }) => ({ from: enough, sigma })),
      { from: null, sigma: sharpSigma },
    ],
    windows: standardWindows.map(({ days, total }) => {
      const credits = total / creditUnits;
      const rho = credits * rhoOfCredit;
      const rhoWithOverviews = rho + monthsWithin(days) * rhoOfOverview;
      return {
        days,
        credits,
        epsilon: cdpEps(rho, delta),
        epsilonWithOverviews: cdpEps(rhoWithOverviews, delta),
        advantage: advantage(rho),
        advantageWithOverviews: advantage(rhoWithOverviews),
      };
    }),
  };
}
