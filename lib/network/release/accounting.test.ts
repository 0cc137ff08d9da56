import { describe, expect, it } from "vitest";
import {
  advantage,
  cdpDelta,
  cdpEps,
  cdpRho,
  normalBelow,
  rhoOfCredit,
  rhoOfOverview,
} from "./accounting";
import { standardWindows } from "./budget";
import { costOf, creditUnits, questionLadder, shareSigma, sharpSigma } from "./ladder";

describe("what the budget means", () => {
  it("agrees with published values of the conversion from zCDP", () => {
    expect(cdpEps(0.025, 1e-6)).toBeCloseTo(1.0141, 4);
    expect(cdpDelta(0.025, 1) * 1e6).toBeCloseTo(1.336, 3);
    expect(cdpRho(1, 1e-6)).toBeCloseTo(0.02436, 5);
  });

  it.each([
    [7, 1, 1.88, 2.25, 0.126, 0.148],
    [30, 1, 2.99, 3.25, 0.194, 0.209],
    [365, 12, 7.16, 8.63, 0.416, 0.483],
  ])("is what the method says of %i days", (days, overviews, eps, epsAll, adv, advAll) => {
    const window = standardWindows.find((one) => one.days === days);
    const rho = ((window?.total ?? 0) / creditUnits) * rhoOfCredit;
    const all = rho + overviews * rhoOfOverview;
    expect(cdpEps(rho, 1e-9)).toBeCloseTo(eps, 2);
    expect(cdpEps(all, 1e-9)).toBeCloseTo(epsAll, 2);
    expect(advantage(rho)).toBeCloseTo(adv, 3);
    expect(advantage(all)).toBeCloseTo(advAll, 3);
  });

  it("is never undercharged: every answer costs at least its rho", () => {
    for (const sigma of [...questionLadder.map((step) => step.sigma), shareSigma, sharpSigma]) {
      const paid = (costOf(sigma) / creditUnits) * rhoOfCredit;
      const rho = 1 / (2 * sigma ** 2);
      expect(paid).toBeGreaterThanOrEqual(rho * (1 - 1e-12));
      expect(paid).toBeLessThan(rho + rhoOfCredit / creditUnits);
    }
  });

  it("knows the normal distribution", () => {
    expect(normalBelow(0)).toBe(0.5);
    expect(normalBelow(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalBelow(-3)).toBeCloseTo(0.0013498980316301, 12);
  });
});
