import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { getSegment, type Segment } from "./taxonomy";

type AcceptedSegment = Result<
  Segment,
  Refusal & { readonly code: "unknown_segment" | "forbidden_segment" }
>;

/**
 * Whether a segment may stand in a rule or a signal. Forbidden ones are refused whatever anybody consented to (GDPR art. 9
 * with DSA art. 26(3)); the refusal names the category. A restricted one is accepted and carries its rule in `reason`.
 */
export function acceptSegment(id: string): AcceptedSegment {
  const segment = getSegment(id);
  if (!segment) return refuse("unknown_segment", `There is no interest with the id ${id}.`);
  if (segment.policy === "forbidden") {
    return refuse(
      "forbidden_segment",
      `"${segment.name}" says something about ${segment.reason}. It is never collected and cannot be chosen.`,
    );
  }
  return ok(segment);
}
