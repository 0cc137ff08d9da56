"use client";

import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { narrowing } from "@/lib/campaigns/narrow";
import type { EditorData } from "./editor-data";
import type { CampaignDraft } from "./use-campaign-draft";

/** What helps when too few people fit: the whole audience, or a wider one. */
export function TooSmallFix({ data, draft }: { data: EditorData; draft: CampaignDraft }) {
  const { plan, change } = draft;
  const audience = data.audiences.find(({ id }) => id === plan.audienceId);
  if (!audience) return null;
  const isNarrowed =
    plan.onlyCompanyPeople !== false &&
    narrowing(audience.rules, plan.companyId ?? "").kind === "narrows";
  return (
    <span className="mt-2 flex flex-wrap gap-2">
      {isNarrowed && (
        <Button size="sm" onClick={() => change({ onlyCompanyPeople: false })}>
          Use the whole audience
        </Button>
      )}
      <LinkButton size="sm" href={`/audiences/${audience.id}?client=${data.client.id}`}>
        Widen the audience
      </LinkButton>
    </span>
  );
}
