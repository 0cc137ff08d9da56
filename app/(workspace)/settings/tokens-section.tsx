import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { MakeTokenForm } from "@/components/workspace/make-token-form";
import { TokenTable } from "@/components/workspace/token-table";
import { requestContext } from "@/lib/server/request-context";
import { listAdTokens } from "@/lib/workspace/list-ad-tokens";
import { listClients } from "@/lib/workspace/list-clients";
import { makeAdTokenAction, revokeAdTokenAction } from "./actions";

export async function TokensSection() {
  const ctx = await requestContext();
  const [tokens, clients] = await Promise.all([listAdTokens(ctx), listClients(ctx)]);
  if (!tokens.ok) return <Notice kind="warn">{tokens.error.message}</Notice>;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <Card
        title="Ad API tokens"
        description="Programs use them as a bearer token at /graph/v24.0."
        actions={<LinkButton href="/graph-explorer">Open the explorer</LinkButton>}
        flush
      >
        <TokenTable
          now={ctx.now()}
          tokens={tokens.value}
          clients={clients}
          revoke={revokeAdTokenAction}
        />
      </Card>
      <Card title="Make a token">
        <MakeTokenForm
          scopes={[
            { value: "", label: "All clients" },
            ...clients.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          makeToken={makeAdTokenAction}
        />
      </Card>
    </div>
  );
}
