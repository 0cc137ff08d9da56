import { Suspense } from "react";
import { CustomerListTable } from "@/components/companies/customer-list-table";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { listCustomerLists } from "@/lib/companies/list-customer-lists";
import type { Ctx } from "@/lib/server/context";
import type { Client } from "@/lib/workspace/actor";
import { may } from "@/lib/workspace/permissions";
import { createList, deleteList } from "./actions";

interface SectionProps {
  ctx: Ctx;
  clients: readonly Client[];
  showClient: boolean;
}

/** The clients' uploaded lists; they arrive after the page. */
export function CustomerListsSection(props: SectionProps) {
  return (
    <div className="mt-8">
      <h2 className="mb-2 font-semibold text-md">Uploaded customer lists</h2>
      <Suspense fallback={<Skeleton className="h-20 w-full" />}>
        <Lists {...props} />
      </Suspense>
    </div>
  );
}

async function Lists({ ctx, clients, showClient }: SectionProps) {
  const answers = await Promise.all(
    clients.map(async (client) => ({ client, found: await listCustomerLists(ctx, client) })),
  );
  const silent = answers.flatMap(({ client, found }) =>
    found.kind === "silent" ? [{ client, message: found.message }] : [],
  );
  const rows = answers.flatMap(({ client, found }) =>
    found.kind === "known"
      ? found.lists.map((list) => ({ client, list, maySave: may(ctx.actor, "save", client.id) }))
      : [],
  );
  return (
    <>
      {silent.map(({ client, message }) => (
        <Notice key={client.id} kind="warn" className="mb-2" title={`No lists of ${client.name}`}>
          {message}
        </Notice>
      ))}
      {rows.length > 0 && (
        <CustomerListTable {...{ rows, showClient }} create={createList} remove={deleteList} />
      )}
      {rows.length === 0 && silent.length === 0 && (
        <p className="max-w-prose text-ink-2">
          No list was uploaded yet. A list holds the hashes of at least 1,000 email addresses or
          phone numbers; the plain values never leave the browser.
        </p>
      )}
    </>
  );
}
