"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { plannedTotalMinor } from "@/lib/campaigns/money";
import { plannedMoney } from "@/lib/campaigns/planned-money";
import { formatMoney } from "@/lib/format/money";
import { Checklist } from "./checklist";
import type { EditorData } from "./editor-data";
import { PlanNumbers } from "./plan-numbers";
import { checkedParts } from "./plan-parts";
import { previewQuery } from "./queries";
import { TooSmallFix } from "./too-small-fix";
import type { CampaignDraft } from "./use-campaign-draft";
import { whomWords } from "./whom-words";

interface PlanSummaryProps {
  data: EditorData;
  draft: CampaignDraft;
  problems: Readonly<Record<string, string>>;
  /** The launch button, or why there is none. */
  children: ReactNode;
}

/** What the plan comes to, always in sight. */
export function PlanSummary({ data, draft, problems, children }: PlanSummaryProps) {
  const { client } = data;
  const { plan } = draft;
  const preview = useQuery(previewQuery(questionOf(client.id, plan)));
  const money = plannedMoney({ plan });
  return (
    <Card title="Summary">
      <div className="flex flex-col gap-4">
        <Checklist parts={checkedParts(problems)} />
        <PlanNumbers
          preview={preview.data}
          isStale={preview.isPlaceholderData}
          whom={whomWords(plan, data)}
          problem={preview.error}
          isAsked={Boolean(plan.audienceId && plan.companyId)}
          money={money}
          currency={client}
          tooSmallFix={<TooSmallFix data={data} draft={draft} />}
        />
        {money && (
          <p>
            <span className="text-ink-2">Costs up to </span>
            <strong className="font-semibold">
              {formatMoney(plannedTotalMinor(money), client)}
            </strong>
          </p>
        )}
        {children}
      </div>
    </Card>
  );
}

export const questionOf = (clientId: string, plan: CampaignDraft["plan"]) => ({
  clientId,
  audienceId: plan.audienceId ?? "",
  companyId: plan.companyId ?? "",
  onlyCompanyPeople: plan.onlyCompanyPeople !== false,
});
