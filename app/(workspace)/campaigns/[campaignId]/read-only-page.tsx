import { CampaignStatus } from "@/components/campaigns/campaign-status";
import { DraftAd } from "@/components/campaigns/draft-ad";
import type { EditorData } from "@/components/campaigns/editor-data";
import { LaunchingCampaign } from "@/components/campaigns/launching-campaign";
import { PlanReview } from "@/components/campaigns/plan-review";
import { settingsOf } from "@/components/campaigns/settings-of";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import type { Campaign } from "@/lib/campaigns/campaign";
import type { Ctx } from "@/lib/server/context";
import { may } from "@/lib/workspace/permissions";
import { launch, withdraw } from "../actions";

interface ReadOnlyPageProps {
  ctx: Ctx;
  campaign: Campaign;
  data: EditorData;
  back: { readonly href: string; readonly label: string };
}

/** A plan that cannot be edited: somebody else's to change, archived, or in the middle of its launch. */
export function ReadOnlyPage({ ctx, campaign, data, back }: ReadOnlyPageProps) {
  const { id, clientId, state, version } = campaign;
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={campaign.name || "Untitled campaign"}
        description={<CampaignStatus status={state === "launched" ? "unknown" : state} />}
        back={back}
      />
      {state === "launching" && (
        <LaunchingCampaign
          campaign={{ campaignId: id, clientId }}
          version={version}
          mayLaunch={may(ctx.actor, "launch", clientId)}
          actions={{ launch, withdraw }}
        />
      )}
      {state === "draft" && (
        <Notice title="You can read this draft, not change it">
          Your role does not allow changes for {data.client.name}. An owner of{" "}
          {ctx.actor.agencyName} can grant it.
        </Notice>
      )}
      {state === "archived" && (
        <Notice title="This draft is archived">It was never launched.</Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <PlanReview title="The plan" settings={settingsOf(campaign.plan, data)} />
        <DraftAd plan={campaign.plan} data={data} />
      </div>
    </div>
  );
}
