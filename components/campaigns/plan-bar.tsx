"use client";

import { useQuery } from "@tanstack/react-query";
import { cn } from "@/lib/cn";
import { formatRange } from "@/lib/format/people";
import { questionOf } from "./plan-summary";
import { previewQuery } from "./queries";
import type { CampaignDraft } from "./use-campaign-draft";
import { Verdict } from "./verdict";

/** On a small screen: how many people fit, always in sight above the form. */
export function PlanBar({ clientId, plan }: { clientId: string; plan: CampaignDraft["plan"] }) {
  const { data, isPlaceholderData } = useQuery(previewQuery(questionOf(clientId, plan)));
  if (!data) return null;
  return (
    <a
      href="#summary"
      className={cn(
        "sticky top-0 z-10 -mx-4 flex min-h-11 flex-wrap items-center justify-between gap-x-3 border-b bg-bg px-4 transition-opacity lg:hidden",
        isPlaceholderData && "opacity-55",
      )}
    >
      <span>
        <span className="text-ink-2 text-sm">People who fit: </span>
        <strong className="font-semibold">{formatRange(data.people)}</strong>
      </span>
      <Verdict verdict={data.verdict} />
    </a>
  );
}
