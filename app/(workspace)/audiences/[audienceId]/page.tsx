import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { Builder } from "@/components/audiences/builder";
import { askTheSame } from "@/lib/audiences/effective-rules";
import { loadAudience } from "@/lib/audiences/load-audience";
import { decodeRules } from "@/lib/audiences/read-rules-param";
import { audienceView } from "@/lib/audiences/view";
import { namesFor } from "@/lib/server/named-rules";
import { requestContext } from "@/lib/server/request-context";
import { may } from "@/lib/workspace/permissions";
import { archive, duplicate, restore, saveAudience, saveDraft } from "../actions";
import { loadBuilderParams } from "../search-params";

interface AudiencePageProps {
  params: Promise<{ audienceId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: AudiencePageProps): Promise<Metadata> {
  const [{ audienceId }, ctx] = await Promise.all([params, requestContext()]);
  const loaded = await loadAudience(ctx, "view", audienceId);
  return { title: (loaded.ok && loaded.value.audience.name) || "Audience" };
}

export default async function AudiencePage({ params, searchParams }: AudiencePageProps) {
  const [{ audienceId }, search, ctx] = await Promise.all([
    params,
    loadBuilderParams(searchParams),
    requestContext(),
  ]);
  const loaded = await loadAudience(ctx, "view", audienceId);
  if (!loaded.ok) notFound();
  const { audience, client } = loaded.value;
  const carried = search.rules ? decodeRules(search.rules) : null;
  const unsaved = carried && !askTheSame(carried, audience.rules) ? carried : null;
  const names = await namesFor(ctx, [audience.rules, ...(unsaved ? [unsaved] : [])], [client]);
  return (
    <Builder
      key={`${audience.id} ${audience.state === "archived"}`}
      audience={audienceView(audience)}
      unsaved={unsaved}
      names={names}
      client={{
        timeZone: client.timeZone,
        companies: client.companies.map(({ id, name }) => ({ id, name })),
      }}
      may={{
        save: may(ctx.actor, "save", client.id),
        estimate: may(ctx.actor, "estimate", client.id),
      }}
      granter={`An owner of ${ctx.actor.agencyName}`}
      actions={{ saveDraft, saveAudience, archive, restore, duplicate }}
    />
  );
}
