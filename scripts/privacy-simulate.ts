import { performance } from "node:perf_hooks";
import { exactCount } from "@/lib/network/reach/exact-count";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { normalBelow } from "@/lib/network/release/accounting";
import { canonicalise, canonicalKey } from "@/lib/network/release/canonical";
import { createRelease } from "@/lib/network/release/create-release";
import { sharpenBelow } from "@/lib/network/release/ladder";
import { memoryReleaseTable } from "@/lib/network/release/memory-release-table";
import { methodFacts } from "@/lib/network/release/method-facts";
import { createNoise } from "@/lib/network/release/noise";
import { reconcile } from "@/lib/network/release/reconcile";
import type { Precision, Release } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";
import { editedAudience } from "./credits/edit-audience";

/**
 * Plays an attacker who knows everybody in an audience except one person, and may shape it with accounts of their own, against
 * the real release and against rounding to two significant figures: how well they tell after 250 questions whether that person is
 * in, and how far from the truth an honest reader is. Every run draws the same numbers.
 */
const sizes = [1000, 10_000, 100_000, 1_000_000];
const questions = 250;
const trials = 100;
const readings = 400;
const by = { workspaceId: "attacker" };
const now = new Date("2026-02-11T09:00:00Z");

/** A question of its own for every number. */
const question = (index: number): Expression => ({
  ...everyone,
  with: [{ company: `pad ${index}`, kind: null, withinDays: null }],
});

const roundedToTwoFigures = (people: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return Math.round(people / step) * step;
};

/** The smallest number from `size` on at which one person more is rounded up. */
function edgeAbove(size: number): number {
  const step = 10 ** (Math.floor(Math.log10(size)) - 1);
  return Math.ceil(size / step) * step + step / 2 - 1;
}

function releaseOf(people: (index: number) => number, name: string): Release {
  return createRelease({
    engine: {
      ...referenceEngine([], () => 0),
      count: async ({ with: [rule] }) =>
        exactCount(people(Number(rule?.company.split(" ")[1] ?? 0))),
    },
    table: memoryReleaseTable(),
    key: `a simulation needs no secret, only one for each trial: ${name}`,
    epochSalt: "simulation",
    countries: [],
    wallNow: () => now,
    networkNow: () => now,
  });
}

/** How much more likely an answer is with one person more: what the best attacker adds up. */
function evidence({ hidden, shown, sigma, step, upper }: ReleasedCount, others: number): number {
  const chance = (people: number) =>
    hidden
      ? normalBelow((upper - people) / sigma)
      : normalBelow((shown + step / 2 - people) / sigma) -
        normalBelow((shown - step / 2 - people) / sigma);
  const [without, withOne] = [chance(others), chance(others + 1)];
  return without > 0 && withOne > 0 ? Math.log(withOne / without) : 0;
}

/** TPR - FPR of the best decision after all questions that the budget allows. */
async function attackRelease(size: number, precision: Precision) {
  let [score, answers] = [0, 0];
  for (let trial = 0; trial < 2 * trials; trial += 1) {
    const victim = trial % 2;
    const othersIn = (index: number) => size + 25 + 50 * (index % 7);
    const release = releaseOf((index) => othersIn(index) + victim, `${size} ${precision} ${trial}`);
    let sum = 0;
    for (let index = 0; index < questions; index += 1) {
      const answer = await release.count(by, question(index), precision);
      if (!answer.ok) break;
      answers += 1;
      sum += evidence(answer.value, othersIn(index));
    }
    if (sum > 0) score += victim ? 1 : -1;
  }
  return { advantage: score / trials, answers: answers / (2 * trials) };
}

function attackRounding(size: number): number {
  const others = edgeAbove(size);
  const says = (people: number) => roundedToTwoFigures(people) !== roundedToTwoFigures(others);
  return Number(says(others + 1)) - Number(says(others));
}

async function medianErrors(size: number, precision: Precision) {
  const [noisy, rounded]: [number[], number[]] = [[], []];
  for (let index = 0; index < readings; index += 1) {
    const people = Math.round(size * 10 ** ((index + 0.5) / readings - 0.5) * 2);
    const release = releaseOf(() => people, `reading ${size} ${precision} ${index}`);
    const answer = await release.count(by, question(0), precision);
    if (answer.ok && !answer.value.hidden) {
      noisy.push(Math.abs(answer.value.shown - people) / people);
    }
    rounded.push(Math.abs(roundedToTwoFigures(people) - people) / people);
  }
  return { noisy: median(noisy), rounded: median(rounded) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`.padStart(9);
const number = (value: number, digits = 2) => value.toFixed(digits).padStart(8);

async function printAttacks(): Promise<void> {
  console.log(
    `Advantage (TPR - FPR) after ${questions} padded questions in a week, ${trials} trials with and ${trials} without the person:`,
  );
  console.log("   people   rounded      live   (answers)   sharpened (answers)");
  for (const size of sizes) {
    const live = await attackRelease(size, "live");
    // Above, sharpening changes nothing.
    const sharp = size < sharpenBelow.sharp ? await attackRelease(size, "sharp") : live;
    const cells = [
      number(attackRounding(size)),
      number(live.advantage),
      number(live.answers, 0),
      number(sharp.advantage),
      number(sharp.answers, 0),
    ];
    console.log(`${String(size).padStart(9)}  ${cells.join("  ")}`);
  }
}

async function printErrors(): Promise<void> {
  console.log("\nMedian error of what an honest reader sees, around each size:");
  console.log("   people   rounded       live   sharpened");
  for (const size of sizes) {
    const live = await medianErrors(size, "live");
    const sharp = await medianErrors(size, "sharp");
    const cells = [live.rounded, live.noisy, sharp.noisy].map(percent);
    console.log(`${String(size).padStart(9)} ${cells.join("  ")}`);
  }
}

function printBounds(): void {
  console.log("\nThe most that anybody can learn within a budget, whatever they ask:");
  console.log(
    "            epsilon at delta 1e-9, advantage     with the overviews of the months touched",
  );
  for (const window of methodFacts().windows) {
    const { days, epsilon, advantage, epsilonWithOverviews, advantageWithOverviews } = window;
    const cells = [epsilon, advantage, epsilonWithOverviews, advantageWithOverviews];
    const [eps, adv, epsAll, advAll] = cells.map((cell) => cell.toFixed(3).padStart(8));
    console.log(`${String(days).padStart(4)} days: ${eps} ${adv}             ${epsAll} ${advAll}`);
  }
}

function printCosts(): void {
  const timed = (runs: number, work: (run: number) => void): number => {
    const times = Array.from({ length: runs }, (_, run) => {
      const start = performance.now();
      work(run);
      return performance.now() - start;
    });
    return median(times);
  };
  const audiences = Array.from({ length: 20 }, (_, index) =>
    editedAudience(`audience ${index}`),
  ).flat();
  const form = timed(2000, (run) => {
    const canonical = canonicalise(audiences[run % audiences.length] ?? everyone);
    if (canonical.ok) canonicalKey(canonical.value);
  });
  const noise = createNoise(Buffer.from("a simulation needs no secret"));
  const cells = (count: number, name: string) =>
    timed(30, (run) => {
      const values = Array.from({ length: count }, (_, cell) =>
        noise("simulation", `${name}/${run}/${cell}`, "question", 150),
      );
      reconcile(values, 500 * count, 50);
    });
  console.log(
    `\nMedian time: canonical form and key ${form.toFixed(3)} ms; noise and reconciliation of 63 cells of an overlap ${cells(63, "overlap").toFixed(2)} ms, of 60 countries by 6 ages ${cells(360, "cells").toFixed(2)} ms`,
  );
}

const start = performance.now();
await printAttacks();
await printErrors();
printBounds();
printCosts();
console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
