import type { ReactNode } from "react";
import { signOut } from "@/app/sign-in/sign-in";
import { Shell } from "@/components/shell/shell";
import { requestContext } from "@/lib/server/request-context";
import { listClients } from "@/lib/workspace/list-clients";
import { roleNames } from "@/lib/workspace/role-names";

/** The frame only: whether somebody may see a page is decided in the page and in its verbs. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const ctx = await requestContext();
  const [clients, clock] = await Promise.all([listClients(ctx), ctx.adApi.clock()]);
  const { actor } = ctx;
  const roles = [...new Set(actor.grants.map(({ role }) => roleNames[role]))];
  return (
    <Shell
      account={{
        name: actor.name,
        email: actor.email,
        agency: actor.agencyName,
        role: roles.join(", "),
      }}
      clients={clients.map(({ id, name, currency }) => ({ id, name, currency }))}
      clock={clock.ok ? clock.value : null}
      signOut={signOut}
    >
      {children}
    </Shell>
  );
}
