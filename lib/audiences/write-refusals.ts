import { refuse } from "@/lib/result";
import type { Audience } from "./audience";

/** Somebody else wrote first: who, when, and what they wrote, so that the writer can look and choose. */
export interface ChangedMeanwhile {
  readonly code: "conflict";
  readonly message: string;
  readonly theirs: Audience;
}

export const changedMeanwhile = (theirs: Audience): { ok: false; error: ChangedMeanwhile } => ({
  ok: false,
  error: {
    code: "conflict",
    message: `${theirs.updatedBy} changed this audience in the meantime.`,
    theirs,
  },
});

export const isArchived = () =>
  refuse("archived", "This audience is archived. Bring it back to change it.");

export const cannotBeRead = () => refuse("invalid", "These rules cannot be saved as they are.");
