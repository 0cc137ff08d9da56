import type { DraftPlan } from "@/lib/campaigns/campaign";
import { parsePlan } from "@/lib/campaigns/parse-plan";
import type { PlanPreview } from "@/lib/campaigns/preview-view";
import type { EditorData } from "./editor-data";

/** What stands in the way of launching, by field, as far as the browser can tell; the server has the last word. */
export function planProblems(
  plan: DraftPlan,
  { client, audiences, today }: EditorData,
  preview: PlanPreview | undefined,
): Readonly<Record<string, string>> {
  const parsed = parsePlan(plan, client, today ?? plan.startDay ?? "");
  const problems = parsed.ok ? {} : { ...parsed.error.fields };
  const audience = audiences.find(({ id }) => id === plan.audienceId);
  if (!audience) return { audienceId: "Choose an audience.", ...problems };
  if (audience.state === "draft") {
    return { audienceId: "This audience is still a draft: save it first.", ...problems };
  }
  if (preview?.verdict === "too_small") {
    return {
      audienceId: "Too few people fit to launch: widen the audience, or use the whole of it.",
      ...problems,
    };
  }
  return problems;
}
