import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { ListSkeleton } from "@/components/shell/list-skeleton";
import { requestContext } from "@/lib/server/request-context";
import { listClients } from "@/lib/workspace/list-clients";
import { AudienceList } from "./audience-list";
import { loadListParams } from "./search-params";

export const metadata: Metadata = { title: "Audiences" };

export default async function AudiencesPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [params, ctx] = await Promise.all([loadListParams(searchParams), requestContext()]);
  const clients = await listClients(ctx);
  if (params.client && !clients.some(({ id }) => id === params.client)) notFound();
  return (
    <Suspense key={`${params.client} ${params.show}`} fallback={<ListSkeleton title="Audiences" />}>
      <AudienceList {...params} />
    </Suspense>
  );
}
