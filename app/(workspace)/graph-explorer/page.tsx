import type { Metadata } from "next";
import { Explorer } from "@/components/explorer/explorer";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { getEnv } from "@/lib/server/env";
import { requestContext } from "@/lib/server/request-context";
import { listClients } from "@/lib/workspace/list-clients";
import { may } from "@/lib/workspace/permissions";
import { explorerNodes } from "./explorer-nodes";

export const metadata: Metadata = { title: "Graph explorer" };

export default async function GraphExplorerPage() {
  const ctx = await requestContext();
  const allowed = may(ctx.actor, "tokens", null);
  const clients = allowed ? await listClients(ctx) : [];
  return (
    <>
      <PageHeader
        title="Graph explorer"
        description="Fill in a call of the ad API, run it, and take it along as curl."
        back={{ href: "/settings?tab=tokens", label: "Ad API tokens" }}
      />
      {allowed ? (
        <Explorer
          nodes={explorerNodes()}
          accounts={clients.map(({ accountId, name }) => ({ id: accountId, name }))}
          root={`${getEnv().url}/graph/v24.0`}
        />
      ) : (
        <Notice kind="warn" title="The explorer is for owners">
          It may do whatever a token of the ad API may do. An owner of {ctx.actor.agencyName} can
          make you one.
        </Notice>
      )}
    </>
  );
}
