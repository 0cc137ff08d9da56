import { DraftAd } from "@/components/campaigns/draft-ad";
import { LaunchedCampaign } from "@/components/campaigns/launched-campaign";
import { PlanReview } from "@/components/campaigns/plan-review";
import { settingsOf } from "@/components/campaigns/settings-of";
import { describeRules } from "@/lib/audiences/describe";
import type { Campaign } from "@/lib/campaigns/campaign";
import { getCampaignDelivery } from "@/lib/campaigns/get-campaign-delivery";
import { plannedMoney } from "@/lib/campaigns/planned-money";
import { formatDays } from "@/lib/format/date";
import type { Ctx } from "@/lib/server/context";
import { namesFor } from "@/lib/server/named-rules";
import type { Client } from "@/lib/workspace/actor";
import { may } from "@/lib/workspace/permissions";
import { archive, pause, resume } from "../actions";

interface LaunchedPageProps {
  ctx: Ctx;
  campaign: Campaign;
  client: Client;
  back: { readonly href: string; readonly label: string };
}

/** A launched campaign: its delivery, and what was launched. */
export async function LaunchedPage({ ctx, campaign, client, back }: LaunchedPageProps) {
  const rules = campaign.launchedRules ? [campaign.launchedRules] : [];
  const [first, names, audience] = await Promise.all([
    getCampaignDelivery(ctx, campaign.id),
    namesFor(ctx, rules, [client]),
    ctx.audiences.get(campaign.agencyId, campaign.plan.audienceId ?? ""),
  ]);
  const company = client.companies.find(({ id }) => id === campaign.plan.companyId);
  const money = plannedMoney(campaign);
  const { id, currency, minorUnits, timeZone } = client;
  const sent = campaign.launchedRules && {
    id: campaign.plan.audienceId ?? "",
    name: audience?.name ?? "An audience that is gone",
    state: "saved" as const,
    rules: campaign.launchedRules,
    words: describeRules(campaign.launchedRules, names),
  };
  const data = { client, audiences: sent ? [sent] : [], segmentNames: names.segments };
  return (
    <LaunchedCampaign
      campaignId={campaign.id}
      name={campaign.name}
      description={[
        company && `From ${company.name}`,
        company?.name !== client.name && client.name,
        money && formatDays(money.startDay, money.endDay),
      ]
        .filter(Boolean)
        .join(" · ")}
      client={{ id, currency, minorUnits, timeZone }}
      back={back}
      first={first.ok ? first.value : null}
      mayPause={may(ctx.actor, "pause", client.id)}
      actions={{ pause, resume, archive }}
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <PlanReview
          title="What was launched"
          description={sent ? sent.words : undefined}
          settings={settingsOf(campaign.plan, data)}
        />
        <DraftAd plan={campaign.plan} data={data} />
      </div>
    </LaunchedCampaign>
  );
}
