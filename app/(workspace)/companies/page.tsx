import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { CompanyPeople } from "@/components/companies/company-people";
import { CompanyTable } from "@/components/companies/company-table";
import { UploadListButton } from "@/components/companies/upload-list-button";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import {
  countCompanyPeople,
  type ListedCompany,
  listCompanies,
} from "@/lib/companies/list-companies";
import type { Ctx } from "@/lib/server/context";
import { requestContext } from "@/lib/server/request-context";
import { may } from "@/lib/workspace/permissions";
import { createList, deleteList } from "./actions";
import { CustomerListsSection } from "./customer-lists-section";
import { loadCompanyParams } from "./search-params";

export const metadata: Metadata = { title: "Companies" };

export default async function CompaniesPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { client } = await loadCompanyParams(searchParams);
  const ctx = await requestContext();
  const [listed, chosen] = await Promise.all([
    listCompanies(ctx, client),
    client ? ctx.workspace.getClient(ctx.actor.agencyId, client) : null,
  ]);
  if (!listed.ok) notFound();
  const clients = new Map(listed.value.map((row) => [row.client.id, row.client]));
  const campaigns = (
    await Promise.all([...clients.keys()].map((id) => ctx.campaigns.list(ctx.actor.agencyId, id)))
  ).flat();
  const count = (clientId: string, companyId: string) =>
    campaigns.filter(
      (campaign) =>
        campaign.clientId === clientId &&
        campaign.plan.companyId === companyId &&
        campaign.state !== "archived",
    ).length;
  const targets = listed.value
    .filter((row) => may(ctx.actor, "save", row.client.id))
    .map(({ client: of, company }) => ({
      clientId: of.id,
      companyId: company.id,
      label: chosen ? company.name : `${company.name} (${of.name})`,
    }));
  return (
    <>
      <PageHeader
        title="Companies"
        description={
          chosen
            ? `The companies ${chosen.name} owns or may use, and the people who already work with them.`
            : "All clients' companies, and the people who already work with them."
        }
        actions={
          targets.length > 0 && (
            <UploadListButton targets={targets} create={createList} remove={deleteList} />
          )
        }
      />
      {listed.value.length === 0 ? (
        <EmptyState
          title="No companies yet"
          action={
            may(ctx.actor, "people", client) && (
              <LinkButton href="/settings">Go to the settings</LinkButton>
            )
          }
        >
          A campaign is shown in a company's name. An owner adds the companies a client owns or may
          use.
        </EmptyState>
      ) : (
        <>
          <CompanyTable
            showClient={!chosen}
            rows={listed.value.map((row) => ({
              ...row,
              people: <People ctx={ctx} row={row} />,
              onList: chosen && <People ctx={ctx} row={row} kind="customer_list" />,
              inConversation: chosen && <People ctx={ctx} row={row} kind="conversation" />,
              campaigns: count(row.client.id, row.company.id),
              maySave: may(ctx.actor, "save", row.client.id),
            }))}
          />
          <p className="mt-2 max-w-prose text-ink-3 text-xs">
            Counted are people who said yes to hearing from companies they already work with.
            Someone on a customer list can also be in conversation, so the two do not add up.
          </p>
          <CustomerListsSection ctx={ctx} clients={[...clients.values()]} showClient={!chosen} />
        </>
      )}
    </>
  );
}

interface PeopleProps {
  ctx: Ctx;
  row: ListedCompany;
  kind?: "customer_list" | "conversation";
}

/** A number that arrives after the list. */
const People = (props: PeopleProps) => (
  <Suspense fallback={<Skeleton className="ml-auto w-20" />}>
    <CountedPeople {...props} />
  </Suspense>
);

async function CountedPeople({ ctx, row, kind }: PeopleProps) {
  return <CompanyPeople people={await countCompanyPeople(ctx, row, kind)} />;
}
