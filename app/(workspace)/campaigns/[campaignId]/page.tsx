import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { withClient } from "@/components/shell/navigation";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { requestContext } from "@/lib/server/request-context";
import { may } from "@/lib/workspace/permissions";
import { archive, launch, saveDraft } from "../actions";
import { loadWorkspaceParams } from "../search-params";
import { LaunchedPage } from "./launched-page";
import { loadEditorData } from "./load-editor-data";
import { ReadOnlyPage } from "./read-only-page";

interface Props {
  params: Promise<{ campaignId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ campaignId }, ctx] = await Promise.all([params, requestContext()]);
  const loaded = await getCampaign(ctx, campaignId);
  return { title: (loaded.ok && loaded.value.campaign.name) || "Campaign" };
}

export default async function CampaignPage({ params, searchParams }: Props) {
  const [{ campaignId }, { client: chosen }, ctx] = await Promise.all([
    params,
    loadWorkspaceParams(searchParams),
    requestContext(),
  ]);
  const loaded = await getCampaign(ctx, campaignId);
  if (!loaded.ok) notFound();
  const { campaign, client } = loaded.value;
  const back = { href: withClient("/campaigns", chosen), label: "Campaigns" };
  if (campaign.launchedAt) {
    return <LaunchedPage ctx={ctx} campaign={campaign} client={client} back={back} />;
  }
  const data = await loadEditorData(ctx, client, campaign);
  if (campaign.state !== "draft" || !may(ctx.actor, "save", client.id)) {
    return <ReadOnlyPage ctx={ctx} campaign={campaign} data={data} back={back} />;
  }
  return (
    <CampaignEditor
      key={`${campaign.id} ${campaign.state}`}
      campaignId={campaign.id}
      data={data}
      first={{
        plan: campaign.plan,
        version: campaign.version,
        savedAt: campaign.updatedAt.toISOString(),
      }}
      mayNotLaunch={
        may(ctx.actor, "launch", client.id)
          ? null
          : `Your role does not allow launching for ${client.name}. A marketer can launch it, or an owner of ${ctx.actor.agencyName} can grant it to you.`
      }
      back={back}
      actions={{ saveDraft, launch, archive }}
    />
  );
}
