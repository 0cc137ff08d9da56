import type { RowKey } from "./list-digest";
import type { ListOperation, ListState } from "./list-state";

/** Which list, and on whose behalf it is uploaded: the company that a person can stop. */
export interface ListRef {
  readonly audienceId: number;
  readonly company: string;
}

/** A row as it waits for its session to be through: who it is, as far as anybody, and nothing by which others could be found. */
export interface StagedRow {
  readonly key: RowKey;
  /** null: nobody in the network. */
  readonly member: number | null;
}

export interface ListSession {
  readonly sessionId: string;
  readonly operation: ListOperation;
  /** Network time. */
  readonly startedAt: Date;
  /** Its last call came: nothing more is taken. */
  readonly closedAt: Date | null;
  /** It took effect. */
  readonly completedAt: Date | null;
  /** As the uploader says; null: they did not. */
  readonly estimated: number | null;
  readonly received: number;
  readonly invalid: number;
}

/** One call of a session. */
export interface StagedBatch {
  readonly sessionId: string;
  readonly operation: ListOperation;
  /** A batch that came before is not taken again. */
  readonly seq: number;
  /** Nothing follows. */
  readonly last: boolean;
  readonly estimated: number | null;
  readonly received: number;
  readonly invalid: number;
  readonly rows: readonly StagedRow[];
  /** Network time. */
  readonly at: Date;
}

export interface KeptList {
  readonly state: ListState;
  /** A session is under way. */
  readonly open: boolean;
  /** Sessions whose last call came and that did not take effect yet. */
  readonly closing: readonly string[];
  /** Network time of the last completed session. */
  readonly updatedAt: Date | null;
}

/** When something is done, and in how many transactions: as many as the uploader's own rows ask for, however many people were found. */
export interface Work {
  readonly at: Date;
  readonly steps: number;
}

/** So many rows are worked on at a time, so that whoever withdraws meanwhile waits for no more. */
const rowsAStep = 100;

export const stepsFor = (rows: number): number => Math.max(1, Math.ceil(rows / rowsAStep));

/** The members of each step, about as many in each; steps without anybody are steps all the same. */
export function inSteps(members: readonly number[], steps: number): readonly (readonly number[])[] {
  const size = Math.max(1, Math.ceil(members.length / steps));
  return Array.from({ length: Math.max(steps, Math.ceil(members.length / size)) }, (_, step) =>
    members.slice(step * size, (step + 1) * size),
  );
}

/** Lists, their sessions and who stands on them. `list` ids are the audience's; parts are ids of listPartId. */
export interface ListStore {
  /** Lists that nothing was uploaded to are left out. */
  getMany(audienceIds: readonly number[]): Promise<ReadonlyMap<number, KeptList>>;
  /** The newest first. */
  listSessions(audienceId: number): Promise<readonly ListSession[]>;
  /** Keeps a batch with its rows, once: another one with its number changes nothing, and none does after the last. Answers the session as it is now. */
  stage(ref: ListRef, batch: StagedBatch): Promise<ListSession>;
  /** The rows of a session that is not through, each once. */
  staged(audienceId: number, sessionId: string): Promise<readonly StagedRow[]>;
  /** Everybody on any of the parts, ascending. */
  membersOn(parts: readonly string[]): Promise<readonly number[]>;
  /**
   * Puts people on a part, in the engine too, except who may not be matched at this moment: who left, is under 18 or of unknown age,
   * has said yes to known companies for no recipient, or has an identifier that is suppressed for the part's company.
   */
  admit(part: string, members: readonly number[], work: Work): Promise<void>;
  /** The list's state from now on; the session is through and its rows are gone. */
  settle(ref: ListRef, sessionId: string, state: ListState, at: Date): Promise<void>;
  /** The list is gone, with its sessions. */
  forget(audienceId: number): Promise<void>;
  /** Takes everybody off those of the parts that no list has any more, in the engine too. */
  release(parts: readonly string[], work: Work): Promise<void>;
  /** Deletes the rows of sessions that nobody went on with since. */
  expire(before: Date): Promise<void>;
}

/** Finds members by how they are known outside: the SHA-256 of an address or a number, which is kept nowhere. */
export interface MemberIdentities {
  /** In the order of the digests (lower-case hexadecimal digits); null: nobody. */
  find(kind: "email" | "phone", sha256: readonly string[]): Promise<readonly (number | null)[]>;
  /** Every key (identityKey) of each of these members. */
  keysOf(members: readonly number[]): Promise<ReadonlyMap<number, readonly Uint8Array[]>>;
}
