import type { Expression } from "@/lib/network/reach/expression";
import type { Panel } from "../panel";
import type { People } from "../people";

/** Another way to answer the same questions over the same people. */
export interface Peer {
  readonly name: string;
  /** What it needs to hold everybody, in bytes; null when it does not say. */
  readonly bytes: number | null;
  answer(question: Expression): Promise<Panel>;
  close(): Promise<void>;
}

/** Loads the people and makes everything ready that can be prepared. `people` gathers the columns for who wants them. */
export type OpenPeer = (members: number, people: () => People) => Promise<Peer>;
