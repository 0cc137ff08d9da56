import { Card } from "@/components/ui/card";
import { AddClientForm } from "@/components/workspace/add-client-form";
import { ClientRow } from "@/components/workspace/client-row";
import { requestContext } from "@/lib/server/request-context";
import { currencyOptions, timeZoneOptions } from "@/lib/workspace/client-options";
import { listClients } from "@/lib/workspace/list-clients";
import { may } from "@/lib/workspace/permissions";
import { createClientAction, saveCompaniesAction } from "./actions";

export async function ClientsSection() {
  const ctx = await requestContext();
  const clients = await listClients(ctx);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <Card title="Clients" description="Each has an ad account of its own." flush>
        <ul className="divide-y divide-line border-t">
          {clients.map((client) => (
            <ClientRow
              key={client.id}
              client={client}
              saveCompanies={may(ctx.actor, "people", client.id) ? saveCompaniesAction : null}
            />
          ))}
        </ul>
      </Card>
      {may(ctx.actor, "people", null) && (
        <Card title="Add a client">
          <AddClientForm
            currencies={currencyOptions()}
            timeZones={timeZoneOptions()}
            createClient={createClientAction}
          />
        </Card>
      )}
    </div>
  );
}
