import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { CampaignList } from "@/components/campaigns/campaign-list";
import { EmptyState } from "@/components/shell/empty-state";
import { withClient } from "@/components/shell/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { listCampaignsWithStatus } from "@/lib/campaigns/list-campaigns";
import { requestContext } from "@/lib/server/request-context";
import { may } from "@/lib/workspace/permissions";
import { loadWorkspaceParams } from "./search-params";

export const metadata: Metadata = { title: "Campaigns" };

export default async function CampaignsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { client } = await loadWorkspaceParams(searchParams);
  const ctx = await requestContext();
  const [list, chosen, mine] = await Promise.all([
    listCampaignsWithStatus(ctx, client),
    client ? ctx.workspace.getClient(ctx.actor.agencyId, client) : null,
    ctx.workspace.listClients(ctx.actor.agencyId),
  ]);
  if (!list.ok) notFound();
  const maySave = client
    ? may(ctx.actor, "save", client)
    : mine.some(({ id }) => may(ctx.actor, "save", id));
  const make = maySave && (
    <LinkButton href={withClient("/campaigns/new", client)} variant="primary">
      <Plus aria-hidden />
      New campaign
    </LinkButton>
  );
  const isEmpty = list.value.campaigns.length === 0;
  return (
    <>
      <PageHeader
        title="Campaigns"
        description={chosen ? chosen.name : "All clients"}
        actions={!isEmpty && make}
      />
      {isEmpty ? (
        <EmptyState title="No campaigns yet" action={make}>
          A campaign shows an ad to a saved audience, from a company its people may already work
          with.
        </EmptyState>
      ) : (
        <CampaignList clientId={client} first={list.value} />
      )}
    </>
  );
}
