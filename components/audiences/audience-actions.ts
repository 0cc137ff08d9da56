import type { Names } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";
import type { AudienceView } from "@/lib/audiences/view";
import type { Result } from "@/lib/result";

export interface WriteInput {
  readonly clientId: string;
  readonly audienceId: string;
  readonly version: number;
  readonly name: string;
  readonly rules: Rules;
}

export interface WriteRefusal {
  readonly code: string;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** With a conflict: what somebody else wrote, and the words for it. */
  readonly theirs?: AudienceView;
  readonly names?: Names;
}

interface Target {
  readonly clientId: string;
  readonly audienceId: string;
}

/** The server actions of the builder; the page gives them. */
export interface AudienceActions {
  readonly saveDraft: (input: WriteInput) => Promise<Result<AudienceView, WriteRefusal>>;
  readonly saveAudience: (input: WriteInput) => Promise<Result<AudienceView, WriteRefusal>>;
  readonly archive: (target: Target) => Promise<Result<AudienceView>>;
  readonly restore: (target: Target) => Promise<Result<AudienceView>>;
  /** Answers the copy. */
  readonly duplicate: (target: Target) => Promise<Result<AudienceView>>;
}
