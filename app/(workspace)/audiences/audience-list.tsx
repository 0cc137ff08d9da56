import { AudienceTable } from "@/components/audiences/audience-table";
import { NewAudience } from "@/components/audiences/new-audience";
import { NoAudiences } from "@/components/audiences/no-audiences";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import { knownSizes } from "@/lib/audiences/known-sizes";
import { listAudiences } from "@/lib/audiences/list-audiences";
import { namesFor } from "@/lib/server/named-rules";
import { requestContext } from "@/lib/server/request-context";
import { listClients } from "@/lib/workspace/list-clients";
import { may } from "@/lib/workspace/permissions";
import { createDraft } from "./actions";
import { audienceRows } from "./audience-rows";
import { audiencesHref } from "./audiences-href";

interface AudienceListProps {
  /** null: every client's. */
  client: string | null;
  show: "current" | "archived";
  /** Why "New audience" made none. */
  refused: string | null;
}

export async function AudienceList({ client: clientId, show, refused }: AudienceListProps) {
  const ctx = await requestContext();
  const clients = await listClients(ctx);
  const client = clients.find(({ id }) => id === clientId);
  const listed = await listAudiences(ctx, clientId);
  const isArchived = show === "archived";
  const current = listed.filter(({ audience }) => audience.state !== "archived");
  const archived = listed.filter(({ audience }) => audience.state === "archived");
  const shown = isArchived ? archived : current;
  const [names, sizes] = await Promise.all([
    namesFor(
      ctx,
      shown.map(({ audience }) => audience.rules),
      shown.map(({ client }) => client),
    ),
    knownSizes(ctx, shown),
  ]);
  const makers = (client ? [client] : clients).filter(({ id }) => may(ctx.actor, "save", id));
  const makesNew = makers.length > 0 && (
    <NewAudience clients={makers.map(({ id, name }) => ({ id, name }))} create={createDraft} />
  );
  return (
    <>
      <PageHeader
        title="Audiences"
        description={client ? client.name : "All clients"}
        actions={current.length > 0 && makesNew}
      >
        {archived.length > 0 && (
          <Tabs
            label="Which audiences"
            current={show}
            tabs={[
              {
                value: "current",
                label: "In use",
                href: audiencesHref(clientId, "current"),
                count: current.length,
              },
              {
                value: "archived",
                label: "Archived",
                href: audiencesHref(clientId, "archived"),
                count: archived.length,
              },
            ]}
          />
        )}
      </PageHeader>
      {refused && (
        <Notice kind="warn" className="mb-4" title="No audience was made">
          {refused === "forbidden"
            ? `Your role does not allow it here. An owner of ${ctx.actor.agencyName} can grant it.`
            : "That client cannot be found."}
        </Notice>
      )}
      {shown.length > 0 && (
        <AudienceTable rows={audienceRows(shown, names, sizes, ctx.now())} showClient={!client} />
      )}
      {shown.length === 0 && !isArchived && <NoAudiences action={makesNew} />}
      {shown.length === 0 && isArchived && (
        <EmptyState
          title="Nothing is archived"
          action={
            <LinkButton href={audiencesHref(clientId, "current")}>See those in use</LinkButton>
          }
        >
          Audiences you archive are kept here, and can be brought back.
        </EmptyState>
      )}
    </>
  );
}
