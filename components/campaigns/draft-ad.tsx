"use client";

import type { DraftPlan } from "@/lib/campaigns/campaign";
import { rulesToSend } from "@/lib/campaigns/narrow";
import { whySeen } from "@/lib/campaigns/why-seen";
import { callToActionWords } from "@/lib/campaigns/words";
import { AdPreview } from "./ad-preview";
import type { EditorData } from "./editor-data";

/** The ad of a plan, as it stands, on a phone. */
export function DraftAd({
  plan,
  data: { audiences, client, segmentNames },
}: {
  plan: DraftPlan;
  data: Pick<EditorData, "audiences" | "client" | "segmentNames">;
}) {
  const rules = audiences.find(({ id }) => id === plan.audienceId)?.rules;
  const company = client.companies.find(({ id }) => id === plan.companyId);
  const onlyCompanyPeople = company !== undefined && plan.onlyCompanyPeople !== false;
  const sent = rules && rulesToSend(rules, { companyId: company?.id ?? "", onlyCompanyPeople });
  return (
    <AdPreview
      placements={rules?.placements ?? []}
      ad={{
        company: company?.name ?? "",
        headline: plan.headline ?? "",
        message: plan.message ?? "",
        link: plan.link ?? "",
        button: callToActionWords[plan.callToAction ?? "LEARN_MORE"],
        imageUrl: plan.imageUrl ?? null,
        why: sent
          ? whySeen(sent, segmentNames, company?.name ?? null)
          : "Here people read why they see it.",
      }}
    />
  );
}
