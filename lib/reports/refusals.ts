import type { AdApiRefusal } from "@/lib/ad-api/error";
import { type Refusal, refuse } from "@/lib/result";

export type ReadRefusal = Refusal & {
  readonly code: "not_found" | "forbidden" | "invalid" | "unavailable";
};

/** The network did not answer: what failed, what still holds, and an id to quote. */
export const unavailable = (
  error: AdApiRefusal,
): { readonly ok: false; readonly error: ReadRefusal } =>
  refuse(
    "unavailable",
    `The network did not give its numbers: ${error.message} Nothing was changed. Quote ${error.traceId} when you ask about it.`,
  );
