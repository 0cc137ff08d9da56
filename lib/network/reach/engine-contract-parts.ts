import type { MemberBatch } from "@/lib/network/population/member-batch";
import { arbitraryToday } from "./arbitraries";
import type { ExactCell, ReachEngine } from "./engine";

/** How much a run of the contract tries. */
export interface ContractSize {
  /** Random populations a property. */
  readonly populations: number;
  /** Random questions a population. */
  readonly questions: number;
  /** Most members of a population. */
  readonly members: number;
}

export const quickContract: ContractSize = { populations: 6, questions: 12, members: 400 };

/** Makes an engine, uses it and closes it, whatever happens in between. */
export async function withEngine(
  makeEngine: (batches: readonly MemberBatch[], today: () => number) => Promise<ReachEngine>,
  batches: readonly MemberBatch[],
  use: (engine: ReachEngine) => Promise<void>,
  today: () => number = () => arbitraryToday,
): Promise<void> {
  const engine = await makeEngine(batches, today);
  try {
    await use(engine);
  } finally {
    await engine.close();
  }
}

/** Cells in an order of their own, so that engines may answer in any. */
export const inOrder = (cells: readonly ExactCell[]): readonly ExactCell[] =>
  [...cells].sort((a, b) => (a.values.join("|") < b.values.join("|") ? -1 : 1));
