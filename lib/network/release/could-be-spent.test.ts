import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standardWindows } from "./budget";
import { couldBeSpent } from "./could-be-spent";
import { creditUnits } from "./ladder";

const standard = standardWindows.map(({ days, total }) => ({ days, total }));

/** Days and credits of a workspace that never spent more than its windows allow. */
const histories = fc
  .array(fc.record({ day: fc.nat(400), units: fc.integer({ min: 1, max: 200 * creditUnits }) }), {
    maxLength: 40,
  })
  .map((wishes) => {
    const spent: { day: number; units: number }[] = [];
    for (const wish of [...wishes].sort((a, b) => b.day - a.day)) {
      const fits = standard.every(({ days, total }) => {
        const before = spent.filter(({ day }) => day - wish.day < days);
        return before.reduce((sum, { units }) => sum + units, wish.units) <= total;
      });
      if (fits) spent.push(wish);
    }
    return spent;
  });

describe("what could have been spent", () => {
  it("is all of the week at once, and of the month and year as late as they allow", () => {
    const credits = couldBeSpent(standardWindows, 20).map(({ daysAgo, questions, reports }) => [
      daysAgo,
      questions / creditUnits,
      (questions + reports) / creditUnits,
    ]);
    expect(credits).toEqual([
      [0, 100, 250],
      [7, 100, 250],
      [14, 40, 100],
    ]);
    expect(couldBeSpent(standardWindows, 0)).toHaveLength(1);
  });

  it("is at any later time at least what was spent, whatever that was", () => {
    fc.assert(
      fc.property(histories, fc.nat(400), (history, later) => {
        const possible = couldBeSpent(standardWindows, 400);
        for (const { days } of standard) {
          const within = (daysAgo: number) => daysAgo + later < days;
          const was = history.filter(({ day }) => within(day)).reduce((sum, h) => sum + h.units, 0);
          const could = possible
            .filter(({ daysAgo }) => within(daysAgo))
            .reduce((sum, one) => sum + one.questions + one.reports, 0);
          expect(could).toBeGreaterThanOrEqual(was);
        }
      }),
    );
  });
});
