import { advantage, cdpEps, rhoOfCredit, rhoOfOverview } from "./accounting";
import { partForQuestions, standardWindows } from "./budget";
import { floorPeople, launchGate } from "./display";
import { creditUnits, questionLadder, shareFloor, sharpSigma } from "./ladder";
import { countsFrom } from "./release-cells";

const delta = 1e-9;

/** The figures of the method page, from the constants that numbers are made with, so that the page cannot say otherwise. */
export function methodFacts() {
  return {
    floor: floorPeople,
    launch: launchGate(sharpSigma),
    sharesOnlyBelow: countsFrom,
    shareFloor,
    partForReports: 1 - partForQuestions,
    precision: [
      ...questionLadder.map(({ sigma, enough }) => ({ from: enough, sigma })),
      { from: null, sigma: sharpSigma },
    ],
    windows: standardWindows.map(({ days, total }) => {
      const credits = total / creditUnits;
      const rho = credits * rhoOfCredit;
      const rhoWithOverviews = rho + Math.max(1, Math.floor(days / 30)) * rhoOfOverview;
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
