import { describe, expect, it } from "vitest";
import { discreteGaussian } from "./discrete-gaussian";
import { display } from "./display";
import { keyedStream, questionSeed } from "./keyed-stream";
import { overlapOf } from "./overlap-parts";
import type { ReleasedCount } from "./released";

const sigma = 150;
/** Of two campaigns: only the first, only the second, both. The second cell is below the floor. */
const exact = [4000, 450, 3000];
const hiddenCell = 2;
const trials = 3000;

const key = Buffer.from("a key that only tests know");
const noise = (name: string) =>
  Number(discreteGaussian(BigInt(sigma * sigma), keyedStream(questionSeed(key, "test", name))));

/** What somebody works out for the hidden cell from everything that is shown beside it, less what it really is. */
function errorOf(trial: number, exactTotal: boolean): number {
  const sum = exact.reduce((all, people) => all + people, 0);
  const noisy = display(sum + noise(`${trial} total`), sigma, "");
  const total: ReleasedCount = exactTotal ? { ...noisy, shown: sum, step: 1 } : noisy;
  const values = exact.map((people, cell) => people + noise(`${trial} ${cell}`));
  const { cells, total: shown } = overlapOf({ values, places: [0, 1], total, sigma, asOf: "" });
  expect(cells[hiddenCell]?.hidden).toBe(true);
  const others = cells.reduce((all, cell) => all + cell.shown, 0);
  return shown.shown - others - (exact[hiddenCell - 1] ?? 0);
}

function spread(exactTotal: boolean): number {
  const errors = Array.from({ length: trials }, (_, trial) => errorOf(trial, exactTotal));
  return Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / trials);
}

/**
 * The best that two released answers allow, both charged: the cell's own noise, and the total's with that of the other cells. No way to
 * compute with what is shown can be better, because all of it is computed from these two answers.
 */
const paidFor = 1 / Math.sqrt(1 / sigma ** 2 + 1 / (sigma ** 2 + 2 * sigma ** 2));

describe("subtracting the shown cells of an overlap from its total", () => {
  it("gives a hidden cell no better than the two answers that were charged", () => {
    expect(paidFor).toBeCloseTo(129.9, 1);
    expect(spread(false)).toBeGreaterThan(0.97 * paidFor);
  });

  it("would give it better if the cells were reconciled with the true total", () => {
    expect(spread(true)).toBeLessThan(0.97 * paidFor);
  });
});
