import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AudienceTabs } from "@/components/audiences/audience-tabs";
import { OverlapView } from "@/components/audiences/overlap-view";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { listAudiences } from "@/lib/audiences/list-audiences";
import { loadAudience } from "@/lib/audiences/load-audience";
import { requestContext } from "@/lib/server/request-context";
import { may } from "@/lib/workspace/permissions";
import { audiencesHref } from "../../audiences-href";

interface OverlapPageProps {
  params: Promise<{ audienceId: string }>;
}

export async function generateMetadata({ params }: OverlapPageProps): Promise<Metadata> {
  const [{ audienceId }, ctx] = await Promise.all([params, requestContext()]);
  const loaded = await loadAudience(ctx, "view", audienceId);
  return {
    title: loaded.ok ? `Overlap of ${loaded.value.audience.name || "an audience"}` : "Overlap",
  };
}

export default async function OverlapPage({ params }: OverlapPageProps) {
  const [{ audienceId }, ctx] = await Promise.all([params, requestContext()]);
  const loaded = await loadAudience(ctx, "view", audienceId);
  if (!loaded.ok) notFound();
  const { audience, client } = loaded.value;
  const listed = await listAudiences(ctx, client.id);
  const others = listed
    .filter(({ audience: { id, state } }) => id !== audience.id && state !== "archived")
    .map(({ audience: { id, name } }) => ({ id, name }));
  return (
    <>
      <PageHeader
        title={audience.name || "Without a name"}
        description={client.name}
        back={{ href: audiencesHref(client.id, "current"), label: "Audiences" }}
      />
      <AudienceTabs audience={audience} current="overlap" />
      {others.length === 0 ? (
        <EmptyState
          title={`${client.name} has no other audience yet`}
          action={<LinkButton href={audiencesHref(client.id, "current")}>See audiences</LinkButton>}
        >
          Make a second one to see how many people fit both.
        </EmptyState>
      ) : (
        <OverlapView
          key={audience.id}
          clientId={client.id}
          audience={{ id: audience.id, name: audience.name }}
          others={others}
          mayEstimate={may(ctx.actor, "estimate", client.id)}
          granter={`An owner of ${ctx.actor.agencyName}`}
        />
      )}
    </>
  );
}
