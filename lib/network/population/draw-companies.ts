import { pick } from "./alias-table";
import { companyModels } from "./company-model";
import { companies } from "./lists";
import type { MemberBatch } from "./member-batch";
import type { MemberRandom } from "./random";

const companyDraws = 2000;
/** Of relations, the rest being conversations. */
const listShare = 0.4;
const oldestDays = 400;

/** Fills the company rows of a batch. A company stands at most twice for a member, once per kind. */
export function drawCompanies(batch: MemberBatch, today: number, random: MemberRandom): void {
  for (let i = 0; i < batch.count; i += 1) {
    const model = companyModels[batch.country[i] ?? 0];
    const start = batch.companyStart[i] ?? 0;
    const end = batch.companyStart[i + 1] ?? 0;
    random.seek(batch.first + i, companyDraws);
    for (let row = start; model && row < end; row += 1) {
      const company = model.known[pick(model.table, random.unit())] ?? 0;
      const kind = random.unit() < listShare ? 0 : 1;
      batch.companyIndex[row] = firstFree(batch, start, row, company, kind);
      batch.companyKind[row] = kind;
      const age = random.unit();
      batch.companyDay[row] = today - Math.floor(oldestDays * age * age);
    }
  }
}

/** The company, or the next one in the list that the member does not have with this kind yet. */
function firstFree(
  batch: MemberBatch,
  start: number,
  end: number,
  company: number,
  kind: number,
): number {
  for (let row = start; row < end; row += 1) {
    if (batch.companyIndex[row] !== company || batch.companyKind[row] !== kind) continue;
    return firstFree(batch, start, end, (company + 1) % companies.length, kind);
  }
  return company;
}
