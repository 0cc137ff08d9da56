import type { Client } from "@/lib/workspace/actor";
import { CompaniesDialog, type SaveCompanies } from "./companies-dialog";

/** A client with its ad account's facts and its companies. */
export function ClientRow({
  client,
  saveCompanies,
}: {
  client: Client;
  /** null: the actor only looks. */
  saveCompanies: SaveCompanies | null;
}) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-2 px-4 py-3">
      <div className="min-w-0">
        <h3 className="font-medium">{client.name}</h3>
        <p className="text-ink-2 text-sm">
          {client.currency}, {client.timeZone.replaceAll("_", " ")}, ad account {client.accountId}
        </p>
        <p className="text-sm">
          {client.companies.length === 0
            ? "No companies yet"
            : client.companies
                .map(({ name, relation }) => (relation === "owns" ? name : `${name} (may use)`))
                .join(", ")}
        </p>
      </div>
      {saveCompanies && <CompaniesDialog client={client} saveCompanies={saveCompanies} />}
    </li>
  );
}
