import { cellCount } from "../cell-layout";
import type { Core } from "./core";
import type { Planes } from "./planes";
import type { Clause, Question } from "./question";

const headerWords = 20;
const countriesBytes = 256;

const clauseWords = (clauses: readonly Clause[]): number =>
  clauses.reduce((sum, clause) => sum + 3 + clause.lists.length, 0);

/**
 * Writes a question where the core reads it (the layout stands in assembly/evaluate.ts), lends its address to `use`, and
 * takes the space back. Groups with the fewest people to look at stand first, because an empty block is left early.
 */
export function withQuestion<T>(
  core: Core,
  planes: Planes,
  question: Question,
  use: (at: number) => T,
): T {
  const groups = orderedGroups(core, question.groups);
  const words =
    headerWords +
    groups.reduce((sum, group) => sum + 1 + clauseWords(group), 0) +
    clauseWords(question.never);
  const tableAt = words * 4;
  const countriesAt = tableAt + cellCount + 1;
  const languagesAt = countriesAt + countriesBytes;
  const regionsAt = (languagesAt + question.languages.length + 1) & ~1;
  const size = regionsAt + question.regions.length * 2;
  const clauses = [...groups.flat(), ...question.never];
  const planesAt = clauses.map((clause) => planes.planeFor(clause));

  return core.withSpace(size, (at) => {
    const memory = core.words(at, words);
    memory.fill(0);
    memory[0] = question.recipients;
    memory[1] = question.asksAboutCompanies ? 1 : 0;
    memory[2] = at + tableAt;
    memory[4] = at + regionsAt;
    memory[5] = question.regions.length;
    memory[6] = at + languagesAt;
    memory[7] = question.languages.length;
    memory[8] = groups.length;
    memory[9] = question.never.length;
    memory[10] = question.activeSince;
    let next = headerWords;
    let plane = 0;
    const write = (clause: Clause) => {
      memory[next] = clause.filter;
      memory[next + 1] = planesAt[plane] ?? 0;
      memory[next + 2] = clause.lists.length;
      memory.set(clause.lists, next + 3);
      next += 3 + clause.lists.length;
      plane += 1;
    };
    for (const group of groups) {
      memory[next] = group.length;
      next += 1;
      group.forEach(write);
    }
    question.never.forEach(write);
    core.bytes(at + languagesAt, question.languages.length).set(question.languages);
    core.bytes(at + countriesAt, countriesBytes).set(question.countries);
    new Uint16Array(core.wasm.memory.buffer, at + regionsAt, question.regions.length).set(
      question.regions,
    );
    core.wasm.admit(
      at,
      at + countriesAt,
      question.ages,
      question.genders,
      question.devices,
      question.social,
    );
    return use(at);
  });
}

function orderedGroups(
  core: Core,
  groups: readonly (readonly Clause[])[],
): readonly (readonly Clause[])[] {
  if (groups.length < 2) return groups;
  const totals = core.words(core.wasm.listTotals(), core.wasm.listCount());
  const weight = (group: readonly Clause[]) =>
    group.reduce(
      (sum, clause) => clause.lists.reduce((more, list) => more + (totals[list] ?? 0), sum),
      0,
    );
  return groups
    .map((group) => ({ group, weight: weight(group) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ group }) => group);
}
