import type { MemberEraser } from "@/lib/network/consent/delete-everything";
import type { ChangeRecorder } from "../engines/record-changes";
import { takeOffLists } from "../store/list-members";
import { forgetMember } from "./forget-member";
import type { Journal } from "./journal";
import { allowMember, suppressMember } from "./suppress-member";

interface Parts {
  readonly engine: Pick<ChangeRecorder, "decide">;
  readonly journal: Pick<Journal, "noteEntries">;
  readonly pepper: string;
}

/** Erases members from the deployment's database, its log and the engine, in one transaction. */
export const memberEraser = ({ engine, journal, pepper }: Parts): MemberEraser => ({
  erase: (member, at) =>
    engine.decide(async (tx) => {
      await forgetMember(tx, pepper, member, at, journal.noteEntries);
      return { changes: [{ type: "left", member }], at, value: undefined };
    }),

  forgetCompany: (member, company, at) =>
    engine.decide(async (tx) => {
      await suppressMember(tx, pepper, member, { company }, at, journal.noteEntries);
      const lists = await takeOffLists(tx, member, company);
      const stopped = { type: "company_removed", member, company } as const;
      return { changes: [stopped, ...lists], at, value: undefined };
    }),

  async allowCompany(member, company, at) {
    const lifted = await engine.decide(async (tx) => {
      const value = await allowMember(tx, pepper, member, company);
      return { changes: [], at, value };
    });
    await journal.noteEntries(lifted);
  },
});
