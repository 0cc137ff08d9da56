import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { NewCampaign } from "@/components/campaigns/new-campaign";
import { withClient } from "@/components/shell/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { requestContext } from "@/lib/server/request-context";
import { listClients } from "@/lib/workspace/list-clients";
import { may } from "@/lib/workspace/permissions";
import { create } from "../actions";
import { loadNewParams } from "../search-params";

export const metadata: Metadata = { title: "New campaign" };

export default async function NewCampaignPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [{ client, audience, company }, ctx] = await Promise.all([
    loadNewParams(searchParams),
    requestContext(),
  ]);
  const clients = await listClients(ctx);
  if (client && !clients.some(({ id }) => id === client)) notFound();
  const makers = clients.filter(({ id }) => may(ctx.actor, "save", id));
  const header = (
    <PageHeader
      title="New campaign"
      back={{ href: withClient("/campaigns", client), label: "Campaigns" }}
    />
  );
  if (client && makers.some(({ id }) => id === client)) {
    return (
      <>
        {header}
        <NewCampaign
          from={{ clientId: client, audienceId: audience, companyId: company }}
          create={create}
        />
      </>
    );
  }
  if (client || makers.length === 0) {
    return (
      <>
        {header}
        <Notice title="Your role does not allow new campaigns here">
          An owner of {ctx.actor.agencyName} can grant it.
        </Notice>
      </>
    );
  }
  const carried = (id: string) =>
    `/campaigns/new?${new URLSearchParams({ client: id, ...(audience && { audience }), ...(company && { company }) })}`;
  return (
    <>
      {header}
      <Card title="For which client?" flush>
        <ul className="divide-y divide-line">
          {makers.map(({ id, name, currency }) => (
            <li key={id}>
              <Link
                href={carried(id)}
                className="flex min-h-11 items-center justify-between px-4 hover:bg-sunken"
              >
                {name}
                <span className="text-ink-2 text-sm">{currency}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
