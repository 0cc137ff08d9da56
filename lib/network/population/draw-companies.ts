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
  const { companyStart, companyIndex, companyKind, companyDay } = batch;
  for (let i = 0; i < batch.count; i += 1) {
    const start = companyStart[i] ?? 0;
    const end = companyStart[i + 1] ?? 0;
    const model = companyModels[batch.country[i] ?? 0];
    if (start === end || !model) continue;
    random.seek(batch.first + i, companyDraws);
    for (let row = start; row < end; row += 1) {
      let company = model.known[pick(model.table, random.unit())] ?? 0;
      const kind = random.unit() < listShare ? 0 : 1;
      while (has(batch, start, row, company, kind)) company = (company + 1) % companies.length;
      companyIndex[row] = company;
      companyKind[row] = kind;
      const age = random.unit();
      companyDay[row] = today - Math.floor(oldestDays * age * age);
    }
  }
}

function has(batch: MemberBatch, start: number, end: number, company: number, kind: number) {
  for (let row = start; row < end; row += 1) {
    if (batch.companyIndex[row] === company && batch.companyKind[row] === kind) return true;
  }
  return false;
}
