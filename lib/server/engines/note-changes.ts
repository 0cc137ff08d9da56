import type { MemberChange } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import { appendToLog, type Decided, decideAndAppend, type Written } from "./member-log";

/** Hears of changes before they are committed; what it throws keeps them out. */
export type NoteChanges = (changes: readonly MemberChange[]) => Promise<void>;

/** How a recorder writes to the log, telling `note` first. */
export const noting = (db: Database, note: NoteChanges) => ({
  async append(entries: readonly Written[]): Promise<number> {
    await note(entries.flatMap(({ changes }) => changes));
    return appendToLog(db, entries);
  },
  decide: <T>(work: (tx: Database) => Promise<Decided<T>>) =>
    decideAndAppend(db, async (tx) => {
      const decided = await work(tx);
      await note(decided.changes);
      return decided;
    }),
});
