import { companies, countries, languages, regions } from "@/lib/network/population/lists";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { childrenOf } from "@/lib/network/segments/taxonomy";
import { countCells, countOverlap, deliverDays } from "./answers";
import type { Core } from "./core";
import type { Planes } from "./planes";

const enoughRounds = 40;

/** Asks until the wasm compiler has optimised what live questions run through; the first few would be several times slower. */
export function warmUp(core: Core, planes: Planes, forMs: number): void {
  const started = performance.now();
  const questions = sampleQuestions();
  for (let round = 0; round < enoughRounds; round += 1) {
    for (const question of questions) countCells(core, planes, question);
    if (performance.now() - started > forMs) break;
  }
  countOverlap(core, planes, questions.slice(0, 2));
  const delivery = deliverDays(core, planes, questions[1] ?? everyone, "warm-up", [
    { day: 1, meanPerPerson: 0.1 },
  ]);
  while (!delivery.next().done);
  planes.clear();
}

function sampleQuestions(): Expression[] {
  const rule = { withinDays: 180, minStrength: 1 } as const;
  const topics = childrenOf(null).flatMap((root) => childrenOf(root.id).slice(0, 3));
  const narrow = topics.map(({ id }) => ({ segment: id, withinDays: 30, minStrength: 2 }) as const);
  const groups = topics.map(({ id }) => [{ segment: id, ...rule }]);
  const related = companies.slice(0, 2).map(({ id }) => ({
    company: id,
    kind: null,
    withinDays: null,
  }));
  return [
    everyone,
    { ...everyone, groups: groups.slice(0, 2), ageBands: ["25-34", "35-44"] },
    { ...everyone, groups: [narrow], never: narrow.slice(0, 1), with: related },
    {
      ...everyone,
      countries: countries.slice(0, 2).map(({ code }) => code),
      regions: regions.slice(-3).map(({ code }) => code),
      languages: languages.slice(0, 3).map(({ code }) => code),
      newTo: related,
    },
  ];
}
