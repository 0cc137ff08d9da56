import type { Rules } from "@/lib/audiences/rules";
import type { Client } from "@/lib/workspace/actor";

/** A client's audience as the form offers it. */
export interface AudienceOption {
  readonly id: string;
  readonly name: string;
  readonly state: "draft" | "saved";
  readonly rules: Rules;
  /** The rules as a sentence. */
  readonly words: string;
}

export type EditorClient = Pick<
  Client,
  "id" | "name" | "currency" | "minorUnits" | "timeZone" | "companies"
>;

export interface EditorData {
  readonly client: EditorClient;
  readonly audiences: readonly AudienceOption[];
  /** Names of the segments in these audiences' rules. */
  readonly segmentNames: Readonly<Record<string, string>>;
  /** Today in the client's zone, network time; null: the network did not answer. */
  readonly today: string | null;
  /** "Central European Summer Time" */
  readonly zone: string;
}
